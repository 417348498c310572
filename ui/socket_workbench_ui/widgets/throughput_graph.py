"""The region `throughputGraph`: bytes or events per second, in and out, as curves."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from socket_workbench.panels.throughput import Sample
from socket_workbench_ui.numbers import grouped, size_text
from socket_workbench_ui.theme import Looks

SPANS_S = (30, 60, 300)
GRID_LINES = 4
MARGIN_PX = 8
LINE_PX = 1.8
STEPS = (1, 2, 2.5, 5, 10)
LEAST_TOP = 10.0


@dataclass(frozen=True, slots=True)
class _Curve:
    role: str
    """Of the theme."""
    values: list[float]
    style: Qt.PenStyle
    """So that the curves differ without their colours too."""


def ceiling(value: float) -> float:
    """The next round number that is not less: 1, 2, 2.5 or 5 times a power of ten."""
    power = 1.0
    while power * STEPS[-1] < value:
        power *= 10
    return next(power * step for step in STEPS if power * step >= value)


class Curves(QWidget):
    """Paints the samples of the last seconds; the pointer reads a moment off."""

    read_off = Signal(object)
    """The `Sample` under the pointer, or `None` when the pointer is elsewhere."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setMinimumHeight(60)
        self._looks = looks
        self._samples: Sequence[Sample] = ()
        self._span_s = SPANS_S[1]
        self._shows_events = False
        looks.changed.connect(self.update)

    def show_samples(self, samples: Sequence[Sample], *, span_s: int, shows_events: bool) -> None:
        """Draw the samples of the last `span_s` seconds."""
        newest_s = samples[-1].at_s if samples else 0.0
        self._samples = [one for one in samples if one.at_s >= newest_s - span_s]
        self._span_s, self._shows_events = span_s, shows_events
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        curves = self._curves()
        top = ceiling(
            max((max(curve.values, default=0) for curve in curves), default=0) or LEAST_TOP
        )
        self._draw_grid(painter, area, top)
        for curve in curves:
            self._draw_curve(painter, area, top, curve)
        painter.end()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        width = max(1, self.width() - 2 * MARGIN_PX)
        back_s = (1 - (event.position().x() - MARGIN_PX) / width) * self._span_s
        if self._samples:
            wanted_s = self._samples[-1].at_s - back_s
            self.read_off.emit(min(self._samples, key=lambda one: abs(one.at_s - wanted_s)))

    @override
    def leaveEvent(self, event: object) -> None:
        self.read_off.emit(None)

    def _curves(self) -> list[_Curve]:
        way = ("events_in", "events_out") if self._shows_events else ("bytes_in", "bytes_out")
        values = [[getattr(one, name) for one in self._samples] for name in way]
        return [
            _Curve("received", values[0], Qt.PenStyle.SolidLine),
            _Curve("sent", values[1], Qt.PenStyle.DashLine),
        ]

    def _draw_grid(self, painter: QPainter, area: QRectF, top: float) -> None:
        metrics = painter.fontMetrics()
        for line in range(GRID_LINES + 1):
            y = area.bottom() - area.height() * line / GRID_LINES
            painter.setPen(QPen(self._looks.colour("border"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            if line and area.height() / GRID_LINES >= metrics.height():
                painter.setPen(self._looks.colour("muted"))
                text = per_second(top * line / GRID_LINES, is_events=self._shows_events)
                painter.drawText(QPointF(area.left() + 4, y + metrics.ascent() + 1), text)

    def _draw_curve(self, painter: QPainter, area: QRectF, top: float, curve: _Curve) -> None:
        if not self._samples:
            return
        newest_s = self._samples[-1].at_s
        points = [
            QPointF(
                area.right() - (newest_s - sample.at_s) / self._span_s * area.width(),
                area.bottom() - value / top * area.height(),
            )
            for sample, value in zip(self._samples, curve.values, strict=True)
        ]
        painter.setPen(QPen(self._looks.colour(curve.role), LINE_PX, curve.style))
        painter.drawPolyline(QPolygonF(points))


def per_second(value: float, *, is_events: bool) -> str:
    """A rate as people read it: `4 512 /s`, `18.2 MB/s`."""
    return f"{grouped(round(value))} /s" if is_events else f"{size_text(value)}/s"


class ThroughputGraph(QWidget):
    """The curves with what they are of, and their newest values in words."""

    changed = Signal()
    """Other samples are wanted: see `shows_all`."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("throughputGraph")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._looks = looks
        self._of, self._unit, self._span = QComboBox(), QComboBox(), QComboBox()
        self._reading, self._curves = QLabel(), Curves(looks)
        self._samples: Sequence[Sample] = ()
        self._label = ""
        self._pointed: Sample | None = None
        self._set_up()
        self._lay_out()

    @property
    def shows_all(self) -> bool:
        """Whether all sockets together are wanted, not the selected one."""
        return self._of.currentIndex() == 0

    def show_samples(self, samples: Sequence[Sample], label: str) -> None:
        """Draw these; `label` is the socket's, empty while none is selected."""
        self._samples, self._label = samples, label
        text = self.tr("selected socket: {socket}") if label else self.tr("selected socket")
        self._of.setItemText(1, text.format(socket=label))
        self._draw()

    def _set_up(self) -> None:
        self._of.setObjectName("graphSocketCombo")
        self._of.setAccessibleName(self.tr("Which sockets"))
        self._of.addItems([self.tr("all sockets"), self.tr("selected socket")])
        self._unit.setObjectName("graphUnitCombo")
        self._unit.setAccessibleName(self.tr("What is counted"))
        self._unit.addItems([self.tr("bytes per second"), self.tr("events per second")])
        self._span.setObjectName("graphSpanCombo")
        self._span.setAccessibleName(self.tr("Over which time"))
        for span_s in SPANS_S:
            self._span.addItem(self.tr("last {seconds} s").format(seconds=span_s), span_s)
        self._span.setCurrentIndex(1)
        self._reading.setObjectName("graphReading")
        self._reading.setProperty("role", "hint")
        self._of.currentIndexChanged.connect(self.changed)
        for combo in (self._unit, self._span):
            combo.currentIndexChanged.connect(self._draw)
        self._curves.read_off.connect(self._point_at)
        self._looks.changed.connect(self._tell_values)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for combo in (self._of, self._unit, self._span):
            row.addWidget(combo)
        row.addWidget(self._reading, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(row)
        column.addWidget(self._curves, 1)

    def _draw(self) -> None:
        self._curves.show_samples(
            self._samples, span_s=self._span.currentData(), shows_events=self._shows_events()
        )
        self._tell_values()

    def _shows_events(self) -> bool:
        return self._unit.currentIndex() == 1

    def _point_at(self, sample: Sample | None) -> None:
        self._pointed = sample
        self._tell_values()

    def _tell_values(self) -> None:
        sample = self._pointed or (self._samples[-1] if self._samples else Sample(at_s=0))
        is_events = self._shows_events()
        incoming = sample.events_in if is_events else sample.bytes_in
        outgoing = sample.events_out if is_events else sample.bytes_out
        values = {
            "received": f"━ ← {per_second(incoming, is_events=is_events)}",
            "sent": f"╍ → {per_second(outgoing, is_events=is_events)}",
        }
        coloured = (
            f'<span style="color:{self._looks.colour(role).name()}">{text}</span>'
            for role, text in values.items()
        )
        self._reading.setText("&nbsp;&nbsp; ".join(coloured))
        plain = self.tr("received {incoming}, sent {outgoing}").format(
            incoming=per_second(incoming, is_events=is_events),
            outgoing=per_second(outgoing, is_events=is_events),
        )
        self._curves.setAccessibleName(self.tr("Throughput"))
        self._curves.setAccessibleDescription(plain)
