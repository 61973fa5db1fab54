"""Goes where something from outside the conversation leads: a code, or an opportunity's page."""

from typing import Any

from bot.dialogue import Halt
from bot.follow import HALF_GIVEN
from bot.listening.judging import certain_wish
from bot.runs import Runs
from bot.speech import AGREEMENT, ANSWERS
from bot.steps import Say
from outreach.conversations.conversation import ConversationState
from outreach.interests.chosen import YES
from outreach.interests.own import interest_before, my_interests
from outreach.opportunities.card import is_open, opportunity_card
from outreach.opportunities.draft import is_explored
from outreach.parties.person import came_by
from outreach.refusal import Refusal
from outreach.store.codes import MIXED, Meaning, looks_like_code, tidy
from outreach.store.unit import Unit
from outreach.venues.trail import count_view, follow_trail, guess_code

ASKS = "question"
WANTS_TOO = "candidate"
COMES = "meetings"
EXPLORES, FOLLOWS = "explore", "follow"
"""What can be pressed on the page of a draft that is explored."""
PLANS = "plan"
"""What an invitation to write a plan leads to, behind the reference of the interest."""
PRESSED = {"join": HALF_GIVEN, ASKS: ASKS, WANTS_TOO: WANTS_TOO}
"""The dialogue to which a wish leads that was pressed on a page."""


class Leads:
    """Where codes and pages lead in one turn; what is told beside goes into `said`."""

    def __init__(
        self, unit: Unit, runs: Runs, said: list[Say], conversation: ConversationState
    ) -> None:
        self._unit, self._runs, self._said = unit, runs, said
        self._conversation = conversation

    def open_page(self, opportunity: int, wish: str | None = None, **about: Any) -> Halt:
        """Begin where a page leads; an interest in the same opportunity goes on.

        Who pressed there that they take part, or have a question, is not asked what they want.
        """
        name, _, number = (wish or "").partition("-")
        run, comes = self._runs.run, name == COMES
        same = run.about.get("opportunity") == opportunity
        if run.dialogue == HALF_GIVEN and same and not comes and wish not in (ASKS, WANTS_TOO):
            self._said.append(Say("talk-resume"))
            return self._runs.go_on()
        self._runs.set_aside()
        if comes:
            meets = {"meeting": int(number)} if number else {}
            return self._runs.start(COMES, opportunity=opportunity, **about | meets)
        if wish in PRESSED and is_open(self._unit, opportunity=opportunity):
            own = interest_before(self._unit, opportunity=opportunity)
            about |= {ASKS: {"back": True}, WANTS_TOO: {}}.get(wish, {"own": own})
            return self._runs.start(PRESSED[wish], opportunity=opportunity, **about)
        if wish in (EXPLORES, FOLLOWS) and is_explored(self._unit, opportunity=opportunity):
            if wish == EXPLORES:
                return self._runs.start(EXPLORES, opportunity=opportunity, **about)
            about |= {"show": FOLLOWS}
        return self._runs.start("opportunity", opportunity=opportunity, **about)

    def follow(self, code: str, wish: str | None = None) -> Halt | None:
        """Go where a code leads; None if we do not know it."""
        found = guess_code(self._unit, code=code, address=self._conversation.address)
        return None if found is None else self._led(code, found, wish)

    def say_unknown(self, code: str, otherwise: str) -> Halt:
        """Say that we do not know a code, and put the open question again."""
        misread = not looks_like_code(code) and MIXED.fullmatch(tidy(code))
        self._said.append(Say("talk-code-misread" if misread else "talk-code-unknown"))
        return self._runs.ask_again(otherwise)

    def reply_about(self, code: str) -> Halt | None:
        """Take the answer to what was written about an own interest; None if it is not one."""
        own = next((card.id for card in my_interests(self._unit) if card.reference == code), None)
        if own is None:
            return None
        self._runs.lay_beneath("human")
        return self._runs.start("human", interest=own)

    def tell_over(self, text: str) -> Halt | None:
        """Tell somebody who answers at once, not after the last question, that it is over.

        What is most urgent in their text goes before that.
        """
        run = self._runs.run
        if run.dialogue != HALF_GIVEN or run.did:
            return None
        opportunity = run.about["opportunity"]
        if is_open(self._unit, opportunity=opportunity) or certain_wish(text) is not None:
            return None
        try:
            card = opportunity_card(
                self._unit, opportunity=opportunity, language=self._conversation.language
            )
        except Refusal:
            # the dialogue says it
            return None
        self._said.append(Say("interest-over", title=card.title))
        return self._runs.back_to_opportunity()

    def _led(self, code: str, meaning: Meaning, wish: str | None) -> Halt:
        runs = self._runs
        if meaning.kind == "link":
            runs.lay_beneath("link")
            return runs.start("link", code=code)
        runs.set_aside()
        if meaning.kind == "trail":
            trail = follow_trail(self._unit, code=code)
            if trail is not None:
                came_by(self._unit, trail=trail.id)
                count_view(self._unit, trail=trail.id)
                if wish is not None and trail.opportunity is not None:
                    return self.open_page(trail.opportunity, wish, trail=trail.id)
                return runs.start(trail.dialogue, opportunity=trail.opportunity, trail=trail.id)
        if meaning.kind == "invitation":
            return runs.start("join", code=code)
        if meaning.subject not in [card.id for card in my_interests(self._unit)]:
            self._said.append(Say("talk-code-reference"))
            return runs.start("menu")
        if wish in ANSWERS:
            return runs.start(AGREEMENT, yes=wish == YES, interest=meaning.subject)
        return runs.start(PLANS if wish == PLANS else "own", interest=meaning.subject)
