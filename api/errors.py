"""What is answered where there is nothing to give: in Chinese, and always in the same shape."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler


def answer_fault(fault: Exception, context: dict[str, Any]) -> Response | None:
    """`detail` says what is wrong; of a wrong parameter `parameters` says which, and why."""
    answer = exception_handler(fault, context)
    if answer is None:
        return None
    parameters = fault.detail if isinstance(fault, exceptions.ValidationError) else {}
    answer.data = {"detail": _message(fault, answer), "parameters": parameters}
    return answer


def _message(fault: Exception, answer: Response) -> str:
    if isinstance(fault, exceptions.ValidationError):
        return _("参数有误。")
    if isinstance(fault, exceptions.MethodNotAllowed):
        return _("这里只供读取，请用 GET 请求。")
    if isinstance(fault, Http404):
        return _("没有找到，或者没有公开。")
    return str(answer.data["detail"])
