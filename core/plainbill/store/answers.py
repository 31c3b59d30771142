"""What a person added to a case: answers, corrections, calls made and words reviewed. Kept beside what was read."""

from typing import Annotated, Self

from pydantic import Field

from plainbill.case import Asking, Desk, Entry, Review, Story
from plainbill.case.values import NULL_IS_EMPTY, Date, Text, Truth


class Correction(Entry):
    """A value as a person says that the paper has it; without `value` the person cannot read it either."""

    path: Annotated[Text, Field(description='as in `sources`, "documents[0].lines[2].charge"')]
    value: Text | None = None


class Settlement(Entry):
    """What a person answered to a question about a finding; `question` is absent where they say that it is not so.

    `finding` is the finding's key; `sets` are the fields of the story that the answer filled.
    """

    finding: Text
    title: Text
    question: Text | None = None
    answer: Text
    sets: Annotated[tuple[Text, ...], NULL_IS_EMPTY] = ()
    aside: Annotated[Truth, Field(description="true where nothing is to be asked any more")] = False


class Call(Entry):
    """A call that was made: to which desk of whom, who answered, and what they will do."""

    desk: Desk
    office: Text | None = None
    day: Date
    spoke_to: Text | None = None
    reference: Text | None = None
    promised: Text | None = None


class Answers(Entry):
    """Everything that a person added to a case."""

    story: Story = Story()
    settled: Annotated[tuple[Settlement, ...], NULL_IS_EMPTY] = ()
    corrections: Annotated[tuple[Correction, ...], NULL_IS_EMPTY] = ()
    calls: Annotated[tuple[Call, ...], NULL_IS_EMPTY] = ()
    reviewer: Annotated[Text, Field(description="who reviews the words")] | None = None
    reviews: Annotated[dict[Text, Review], Field(description="by line reference")] = {}
    done: Annotated[tuple[Text, ...], NULL_IS_EMPTY] = ()
    skipped: Annotated[tuple[Text, ...], NULL_IS_EMPTY] = ()
    asked: Annotated[tuple[Asking, ...], NULL_IS_EMPTY] = ()

    def settle(self, new: Settlement, sets: dict[str, object]) -> Self:
        """Return the answers with one more, in place of an earlier one to the same question about the same finding."""
        kept = self.unsettle(new.finding, new.question)
        story = kept.story.but(**sets) if sets else kept.story
        return kept.but(story=story, settled=(*kept.settled, new))

    def unsettle(self, finding: str, question: str | None) -> Self:
        """Return the answers without the one to a question about a finding, and without what it said of the story."""
        gone = [each for each in self.settled if (each.finding, each.question) == (finding, question)]
        unset = {field: None for each in gone for field in each.sets}
        story = self.story.but(**unset) if unset else self.story
        return self.but(story=story, settled=tuple(each for each in self.settled if each not in gone))

    def correct(self, new: Correction) -> Self:
        """Return the answers with a correction, in place of an earlier one of the same value."""
        others = tuple(each for each in self.corrections if each.path != new.path)
        return self.but(corrections=(*others, new))

    def mark(self, step: str, *, done: bool) -> Self:
        """Return the answers with a step marked as done, or as not done."""
        others = tuple(each for each in self.done if each != step)
        return self.but(done=(*others, step) if done else others)

    def without_places(self) -> Self:
        """Return what holds whatever the papers are read to say: the story in part, calls, what was done and sent."""
        story = self.story.but(unrecognized=(), not_received=())
        return self.__class__(story=story, calls=self.calls, done=self.done, reviewer=self.reviewer, asked=self.asked)

    def review(self, line: str, new: Review | None) -> Self:
        """Return the answers with a review of the words of a line, in place of an earlier one; None takes it away."""
        others = {reference: each for reference, each in self.reviews.items() if reference != line}
        return self.but(reviews=others if new is None else {**others, line: new})
