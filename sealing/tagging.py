"""The signature's place in the structure tree of a tagged PDF, so that a screen reader comes to it (PDF/UA)."""

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.sign.fields import enumerate_sig_fields

name = generic.NameObject


def tag_field(writer: Any, page: Any, field: str, said: str) -> None:
    """Give the widget of a signature field, just made on `page`, its Form element; `said` is what it says.

    `writer` is pyHanko's incremental writer, `page` its dictionary. A PDF without tags stays without.
    """
    tree = held(writer.root, "/StructTreeRoot")
    if tree is None:
        return
    widget = next(ref for found, _value, ref in enumerate_sig_fields(writer) if found == field)
    parent, key = _document_of(tree), _next_key(tree)
    made = writer.add_object(_form(parent, page, widget, said))
    _adopt(writer, parent, made)
    _enter(writer, tree, key, made)
    widget.get_object()[name("/StructParent")] = generic.NumberObject(key)
    # Annotations are walked through in the order of the structure.
    page[name("/Tabs")] = name("/S")
    writer.update_container(page)


def held(dictionary: Any, key: str) -> Any:
    """What a dictionary holds, references followed; None where it has no such key. (`get` does not follow.)"""
    try:
        return dictionary[key]
    except KeyError:
        return None


def _form(parent: Any, page: Any, widget: Any, said: str) -> generic.DictionaryObject:
    to_widget = {name("/Type"): name("/OBJR"), name("/Obj"): widget, name("/Pg"): _reference(page)}
    return generic.DictionaryObject(
        {
            name("/Type"): name("/StructElem"),
            name("/S"): name("/Form"),
            name("/P"): _reference(parent),
            name("/Alt"): generic.pdf_string(said.replace("\n", "　")),
            name("/K"): generic.DictionaryObject(to_widget),
        }
    )


def _document_of(tree: Any) -> Any:
    """The Document element at the top; the root itself where there is none."""
    kids = held(tree, "/K")
    if isinstance(kids, generic.ArrayObject):
        kids = kids[0] if len(kids) else None
    return kids if isinstance(kids, generic.DictionaryObject) else tree


def _reference(element: Any) -> generic.IndirectObject:
    ref = element.container_ref
    return generic.IndirectObject(ref.idnum, ref.generation, ref.pdf)


def _adopt(writer: Any, parent: Any, child: Any) -> None:
    """Make the child the last one of an element."""
    kids = held(parent, "/K")
    if isinstance(kids, generic.ArrayObject):
        kids.append(child)
        writer.update_container(kids)
    else:
        only = [] if kids is None else [parent.raw_get("/K")]
        parent[name("/K")] = generic.ArrayObject([*only, child])
        writer.update_container(parent)


def _next_key(tree: Any) -> int:
    told, entered = held(tree, "/ParentTreeNextKey"), held(tree, "/ParentTree")
    return max([int(told or 0), *(key + 1 for key in _keys(entered or {}))])


def _keys(node: Any) -> Iterator[int]:
    """The keys of a number tree."""
    numbers, kids = held(node, "/Nums") or [], held(node, "/Kids") or []
    yield from (int(numbers[place]) for place in range(0, len(numbers), 2))
    for place in range(len(kids)):
        yield from _keys(kids[place])


def _enter(writer: Any, tree: Any, key: int, element: Any) -> None:
    """Enter an element into the number tree that leads from objects on pages to their elements."""
    if "/ParentTree" not in tree:
        tree[name("/ParentTree")] = writer.add_object(generic.DictionaryObject())
    root, pair = tree["/ParentTree"], [generic.NumberObject(key), element]
    if "/Kids" in root:
        limits = generic.ArrayObject([generic.NumberObject(key)] * 2)
        leaf = {name("/Nums"): generic.ArrayObject(pair), name("/Limits"): limits}
        root["/Kids"].append(writer.add_object(generic.DictionaryObject(leaf)))
        writer.update_container(root["/Kids"])
    elif "/Nums" in root:
        root["/Nums"].extend(pair)
        writer.update_container(root["/Nums"])
    else:
        root[name("/Nums")] = generic.ArrayObject(pair)
    writer.update_container(root)
    tree[name("/ParentTreeNextKey")] = generic.NumberObject(key + 1)
    writer.update_container(tree)
