"""Keep what translation may cost: requests and cost of one document, exactly, also when many ask at once."""

from __future__ import annotations

import math
import threading
import time
from dataclasses import dataclass, field

TIME_UP = "its time is up; what had come by then is there"
USED_UP = "the budget is used up; raise it to translate the rest"


@dataclass(frozen=True, slots=True)
class Budget:
    """Limits of one document: requests made and cost, in the translator's own unit; None is no limit."""

    requests: int | None = 200
    cost: float | None = None
    seconds: float | None = None
    """How long translation may take, whole, from the first request."""
    dearest: float | None = None
    """The most that one request can cost. Unknown, a limit of cost is kept by asking one at a time."""


@dataclass(slots=True)
class Spent:
    """What has been spent so far."""

    requests: int = 0
    cost: float = 0.0
    failures: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Purse:
    """Lets requests out as long as the budget lasts: cost never passes its limit by more than one request."""

    budget: Budget
    spent: Spent = field(default_factory=Spent)
    closed: bool = False
    """No more requests are let out: the service refuses them all."""
    out: int = 0
    started: float | None = None
    """When the first request went out, by a clock that only goes forward."""
    turn: threading.Condition = field(default_factory=threading.Condition)

    def ask(self) -> bool:
        """Take leave for one request, waiting for those out where their cost decides; False if none is left."""
        with self.turn:
            if self.started is None:
                self.started = time.monotonic()
            if not self.closed and self.left() <= 0:
                self.closed = True
                self.spent.failures.append(TIME_UP)
            while not self.closed and not self._used_up():
                if self._may_go():
                    self.out += 1
                    self.spent.requests += 1
                    return True
                self.turn.wait()
            if not self.closed and USED_UP not in self.spent.failures:
                self.spent.failures.append(USED_UP)
            return False

    def left(self) -> float:
        """Say how many seconds are left; endless where there is no limit."""
        if self.budget.seconds is None or self.started is None:
            return math.inf
        return self.budget.seconds - (time.monotonic() - self.started)

    def pay(self, cost: float, failure: str = "", last: bool = False) -> None:
        """Say what a request cost and why it failed; `last` if no other can succeed."""
        with self.turn:
            self.out -= 1
            self.spent.cost += cost
            self.closed = self.closed or last
            if failure:
                self.spent.failures.append(failure)
            self.turn.notify_all()

    def _used_up(self) -> bool:
        budget, spent = self.budget, self.spent
        if budget.requests is not None and spent.requests >= budget.requests:
            return True
        return budget.cost is not None and spent.cost >= budget.cost

    def _may_go(self) -> bool:
        if self.budget.cost is None or not self.out:
            return True
        if self.budget.dearest is None:
            return False
        return self.spent.cost + self.out * self.budget.dearest < self.budget.cost
