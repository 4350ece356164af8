"""What citizens send and are told: corrections, opinions, errata, the openness column, the way out."""
