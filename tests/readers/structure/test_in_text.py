"""Words of a page inside of a document's text: no sentence of a paper is left out for the words it holds."""

from __future__ import annotations

import pytest

from exporter.model import Heading, heading_text, plain
from tests.readers.reading import body_of
from tests.readers.structure.test_papers_as_found import FOOT, HEAD, TEXT, read

HELD = (
    "（一）家长可关注“云岭教育”微信公众号，查看每周菜谱。",
    "各校菜谱在手机客户端公布，扫码关注即可查看。",
    "扫描二维码可以查看每批食材的检测结果。",
    "各校网站要公布备案号和网站标识码。",
    "本网站和校务公开栏同时公布，接受监督。",
    "主办单位：云岭县教育局",
)


@pytest.mark.parametrize("said", HELD)
def test_what_a_paper_says_stays_whatever_words_it_holds(said: str) -> None:
    document = read(*HEAD, TEXT, "一、公开菜谱", said, "二、工作要求", "（一）各校要按时更新，专人负责。", *FOOT)
    assert said in body_of(document)


def test_the_last_sentence_above_a_signature_is_the_paper_s() -> None:
    said = "整改情况通过微信公众号向家长公布。"
    assert said in body_of(read(*HEAD, TEXT, said, *FOOT))


def test_a_heading_with_a_number_is_the_paper_s() -> None:
    document = read(*HEAD, TEXT, "一、开通微信公众号", TEXT, "二、公布菜谱", TEXT, *FOOT)
    assert "一、开通微信公众号" in [heading_text(one) for one in document.blocks if isinstance(one, Heading)]


@pytest.mark.parametrize(
    "said",
    [
        "用微信扫一扫分享到朋友圈。请关注微信公众号。",
        "免责声明：本站转载的内容不代表本站观点。",
        "责任编辑：李青",
        "主办单位：云岭县教育局",
    ],
)
def test_what_a_page_says_below_the_text_is_left_out(said: str) -> None:
    document = read(
        "云岭县校园食堂检查情况", TEXT, TEXT.replace("一次", "两次"), said, "上一篇：校车检查", name="a.txt"
    )
    assert said not in " ".join(plain(one.runs) for one in document.blocks if hasattr(one, "runs"))
