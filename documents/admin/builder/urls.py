"""The addresses of the agenda builder."""

from django.urls import URLPattern, path

from documents.admin.builder import packs, parts, screen
from documents.admin.desk.urls import Protected


def builder_urls(protected: Protected) -> list[URLPattern]:
    of_meeting = "meetings/<int:pk>/build/"
    return [
        path(of_meeting, protected(screen.build), name="meeting_build"),
        path(f"{of_meeting}summons/", protected(packs.summons), name="meeting_summons"),
        path(f"{of_meeting}agenda.pdf", protected(packs.front_sheet), name="meeting_front_sheet"),
        path(f"{of_meeting}public-pack.pdf", protected(packs.open_pack), name="meeting_open_pack"),
        path(f"{of_meeting}restricted-pack.pdf", protected(packs.members_pack), name="meeting_members_pack"),
        path(f"{of_meeting}template/", protected(parts.make_template), name="meeting_template"),
        path(f"{of_meeting}to-follow/", protected(parts.promise), name="paper_to_follow"),
        path("sections/<int:pk>/change/", protected(parts.change_section), name="section_change"),
        path("items/<int:pk>/change/", protected(parts.change_item), name="item_change"),
        path("items/<int:pk>/drop/", protected(parts.drop_item), name="item_drop"),
        path("items/<int:pk>/invite/", protected(parts.invite), name="item_invite"),
        path("invitations/<int:pk>/cancel/", protected(parts.cancel_invitation), name="invitation_cancel"),
        path("to-follow/<int:pk>/", protected(parts.expect), name="paper_to_follow_expect"),
        path("to-follow/<int:pk>/drop/", protected(parts.drop_promise), name="paper_to_follow_drop"),
    ]
