import time
import pytest
from documents.models import Block, BlockKind, Document
from exporting.word import document_file
from exporting.epub import document_epub
from tests import world as worlds
from tests.pictures import shown_in
from tests.sealing.conftest import *  # noqa
import io, zipfile

def test_figure(world, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    shown_in(world.first)
    data = document_file(world.first)
    print([n for n in zipfile.ZipFile(io.BytesIO(data)).namelist()])

def test_time(world):
    d = world.first
    rows = [[f"第{i}行", "内容内容", "数字", "12345", "备注", "x"] for i in range(3000)]
    Block.objects.create(document=d, position=99, kind=BlockKind.TABLE, rows=rows)
    t=time.time(); n=len(document_file(d)); print("docx table", time.time()-t, n)
    t=time.time(); n=len(document_epub(d)); print("epub table", time.time()-t, n)
    Block.objects.all().delete()
    Block.objects.bulk_create([Block(document=d, position=i, kind=BlockKind.PARAGRAPH, text="文字"*100) for i in range(3500)])
    t=time.time(); n=len(document_file(d)); print("docx text", time.time()-t, n)
    t=time.time(); n=len(document_epub(d)); print("epub text", time.time()-t, n)

def test_control(world):
    d = world.first
    d.title = "通\x0b知"
    document_epub(d)
    document_file(d)

def test_newline(world, client):
    Document.objects.filter(pk=world.first.pk).update(title="Notice\nfoo")
    a = client.get(f"/{world.first.publication.code}/documents/{world.first.slug}/document.epub")
    print(a.status_code, a.headers)
