package io.github.slitstream.view.stage;

import io.github.slitstream.view.model.TimeLineModel;
import java.util.function.DoubleConsumer;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The length of a file as a line: a click or a drag goes to a moment, the handles at its ends are dragged to where a
 * repeated section begins and ends.
 */
final class TimeTrack extends Region {
    private static final double LINE = 4;
    private static final double HANDLE = 8;
    private static final double THUMB = 12;

    private final TimeLineModel model;
    private final Region line = part("time-line-track");
    private final Region loop = part("time-line-loop");
    private final Region played = part("time-line-played");
    private final Region begin = part("time-line-begin");
    private final Region end = part("time-line-end");
    private final Region thumb = part("time-line-thumb");
    private DoubleConsumer grabbed;

    TimeTrack(TimeLineModel model) {
        this.model = model;
        this.grabbed = model::seek;
        getStyleClass().add("time-track");
        setId("time-track");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        getChildren().addAll(line, loop, played, begin, end, thumb);
        setOnMouseMoved(event -> setCursor(isOnHandle(event.getX()) ? Cursor.H_RESIZE : Cursor.HAND));
        setOnMousePressed(event -> {
            requestFocus();
            grab(event.getX());
        });
        setOnMouseDragged(event -> move(event.getX()));
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().add(styleClass);
        part.setManaged(false);
        part.setMouseTransparent(true);
        part.setId(styleClass);
        return part;
    }

    /** A handle waits to be dragged; elsewhere a press goes there at once. */
    private void grab(double x) {
        if (isOnBegin(x)) {
            grabbed = model::setLoopBegin;
        } else if (isOnEnd(x)) {
            grabbed = model::setLoopEnd;
        } else {
            grabbed = model::seek;
            move(x);
        }
    }

    private void move(double x) {
        grabbed.accept(Math.clamp((x - inset()) / room(), 0, 1) * model.length());
        show();
    }

    private boolean isOnHandle(double x) {
        return isOnBegin(x) || isOnEnd(x);
    }

    private boolean isOnBegin(double x) {
        double right = at(model.loopBegin());
        return x >= right - HANDLE - 1 && x < right;
    }

    private boolean isOnEnd(double x) {
        double left = at(model.loopEnd());
        return x > left && x <= left + HANDLE + 1;
    }

    /** Brings everything to where it is now. */
    void show() {
        setAccessibleText(model.words());
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        double from = at(model.loopBegin());
        double to = at(model.loopEnd());
        double now = at(model.position());
        line.resizeRelocate(inset(), middle - LINE / 2, room(), LINE);
        loop.resizeRelocate(from, middle - LINE / 2, to - from, LINE);
        played.resizeRelocate(inset(), middle - LINE / 2, now - inset(), LINE);
        begin.resizeRelocate(from - HANDLE, 2, HANDLE, getHeight() - 4);
        end.resizeRelocate(to, 2, HANDLE, getHeight() - 4);
        thumb.resizeRelocate(now - THUMB / 2, middle - THUMB / 2, THUMB, THUMB);
    }

    private double at(double seconds) {
        double length = model.length();
        return inset() + (length > 0 ? seconds / length * room() : 0);
    }

    private static double inset() {
        return HANDLE + 2;
    }

    private double room() {
        return Math.max(1, getWidth() - 2 * inset());
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> model.position();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> model.length();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case INCREMENT -> model.skip(1);
            case DECREMENT -> model.skip(-1);
            case SET_VALUE -> {
                if (parameters.length > 0 && parameters[0] instanceof Double seconds) {
                    model.seek(seconds);
                }
            }
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}
