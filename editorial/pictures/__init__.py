"""Pictures that editors bring in: looked at, made small enough for print, and written anew."""
