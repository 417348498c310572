"""The looks: named colour roles for dark and light, fonts, icons; nothing else knows a colour."""

from dataclasses import dataclass
from importlib.resources import files

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One set of colours, as `#rrggbb`; every text role has 4.5:1 on every ground role."""

    name: str
    window: str
    """Ground of the window and its docks' gaps."""
    surface: str
    """Ground of panels, tables and trees."""
    field: str
    """Ground of what can be typed into."""
    raised: str
    """Ground of buttons, and every second row."""
    border: str
    text: str
    muted: str
    """Headings, units, hints."""
    accent: str
    """Ground of the primary button; edge of what has the focus."""
    on_accent: str
    """Text on `accent`."""
    selection: str
    """Ground of selected rows and bytes; `text` on it."""
    sent: str
    received: str
    error: str
    lifecycle: str
    """Text of created, closed, paused, joined and the like."""
    warning: str
    highlight: str
    """Ground of search hits; `text` on it."""


LIGHT = Theme(
    name="light",
    window="#f4f5f7",
    surface="#ffffff",
    field="#ffffff",
    raised="#f0f1f4",
    border="#d5d8dd",
    text="#1b1e23",
    muted="#5f6672",
    accent="#0b63d6",
    on_accent="#ffffff",
    selection="#dbeafd",
    sent="#0a58c2",
    received="#146c2e",
    error="#b3201f",
    lifecycle="#5b616c",
    warning="#8a4b00",
    highlight="#ffe69a",
)
DARK = Theme(
    name="dark",
    window="#1b1d21",
    surface="#212429",
    field="#1a1c20",
    raised="#2b2e34",
    border="#3a3e46",
    text="#e7e9ed",
    muted="#a3a9b4",
    accent="#4ca0ff",
    on_accent="#0c1524",
    selection="#23395d",
    sent="#74b6ff",
    received="#56d38a",
    error="#ff8379",
    lifecycle="#a9afba",
    warning="#f0b35a",
    highlight="#6b5310",
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}
FOLLOW_SYSTEM = "system"
STYLE = "fusion"
STYLED = "workbenchStyled"
"""Property of the application that has the style already."""
OUTLINES = {"QCheckBox": "muted", "QComboBox": "border", "QAbstractSpinBox": "border"}
"""Widgets that keep Fusion's frame, and the role of its colour."""
FUSION_OUTLINE = 140
"""Fusion draws frames this many per cent darker than the window: unseen where that is dark."""
ICON_PX = 16
"""Logical pixels of an icon's edge."""


def mono_font() -> QFont:
    """The system's fixed-pitch font, for data."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font


class Looks(QObject):
    """The current theme; painted widgets take this object and repaint on `changed`."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = FOLLOW_SYSTEM) -> None:
        super().__init__()
        self._app = app
        self._choice = choice
        self._icons: dict[tuple[str, str], QIcon] = {}
        self.theme = LIGHT
        self.mono = mono_font()
        self._system_font = QFont(app.font())
        if app.property(STYLED) is None:  # `app.style()` may be gone from under its wrapper
            app.setStyle(STYLE)
            app.setProperty(STYLED, True)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply(self._wanted())

    @property
    def choice(self) -> str:
        """What the user chose: `system`, `dark` or `light`."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Take the theme of that name, or the system's with `FOLLOW_SYSTEM`."""
        self._choice = choice
        self._apply(self._wanted())

    def choose_fonts(
        self, text_points: int | None, data_font: str, data_points: int | None
    ) -> None:
        """Take these fonts, sizes in points; the system's where nothing is given."""
        text = QFont(self._system_font)
        if text_points is not None:
            text.setPointSize(text_points)
        mono = mono_font()
        if data_font:
            mono.setFamily(data_font)
        if data_points is not None:
            mono.setPointSize(data_points)
        if (text, mono) == (self._app.font(), self.mono):
            return
        self._app.setFont(text)
        self.mono = mono
        self.changed.emit()

    def colour(self, role: str) -> QColor:
        """The current theme's colour for a role of `Theme`."""
        return QColor(getattr(self.theme, role))

    def icon(self, name: str, role: str = "text") -> QIcon:
        """The SVG icon `name` drawn in the colour of `role`; greyed where disabled."""
        key = (name, getattr(self.theme, role))
        if key not in self._icons:
            icon = QIcon()
            drawing = self._draw(name, self.colour(role))
            icon.addPixmap(drawing, QIcon.Mode.Normal)
            icon.addPixmap(_dyed(drawing, self.colour("border")), QIcon.Mode.Disabled)
            self._icons[key] = icon
        return self._icons[key]

    def _draw(self, name: str, colour: QColor) -> QPixmap:
        source = files("socket_workbench_resources") / "icons" / f"{name}.svg"
        text = source.read_text(encoding="utf-8").replace("currentColor", colour.name())
        ratio = max(2.0, self._app.devicePixelRatio())
        pixmap = QPixmap(QSize(round(ICON_PX * ratio), round(ICON_PX * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, ICON_PX, ICON_PX))
        painter.end()
        return pixmap

    def _wanted(self) -> Theme:
        if self._choice in THEMES:
            return THEMES[self._choice]
        is_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if is_dark else LIGHT

    def _follow_system(self) -> None:
        if self._choice == FOLLOW_SYSTEM:
            self._apply(self._wanted())

    def _apply(self, theme: Theme) -> None:
        self.theme = theme
        self._app.setPalette(palette_of(theme))
        for widgets, role in OUTLINES.items():
            palette = _outlined_palette(theme, role)
            self._app.setPalette(palette, widgets)  # pyright: ignore[reportArgumentType] - stubs say bytes, PySide takes str
        sheet = style_sheet_of(theme)
        if sheet != self._app.styleSheet():  # Qt would polish every widget anew
            self._app.setStyleSheet(sheet)
        self.changed.emit()


def _dyed(drawing: QPixmap, colour: QColor) -> QPixmap:
    """The same drawing all in `colour`; quicker than to draw it again."""
    pixmap = drawing.copy()
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), colour)
    painter.end()
    return pixmap


def palette_of(theme: Theme) -> QPalette:
    """The Qt palette that a theme stands for."""
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.field,
        role.AlternateBase: theme.raised,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.Mid: theme.border,
    }.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.muted))
    return palette


def _outlined_palette(theme: Theme, role: str) -> QPalette:
    palette = palette_of(theme)
    outline = QColor(getattr(theme, role))
    palette.setColor(QPalette.ColorRole.Window, outline.lighter(FUSION_OUTLINE))
    return palette


def style_sheet_of(theme: Theme) -> str:
    """The application's style sheet with the theme's colours filled in for `@role` names."""
    source = files("socket_workbench_resources") / "styles" / "workbench.qss"
    text = source.read_text(encoding="utf-8")
    for role in sorted(Theme.__dataclass_fields__, key=len, reverse=True):
        text = text.replace(f"@{role}", getattr(theme, role))
    return text
