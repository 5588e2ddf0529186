package io.github.slitstream.view.paint;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.pattern.PaintedMap;
import io.github.slitstream.view.paint.Symmetry.Image;

/**
 * Strokes on a map: begun, moved and ended at points whose coordinates are shares of its sides. A stroke covers each
 * pixel once, however often it passes. One thread.
 */
final class Painting {
    private final PaintedMap map;
    private final int width;
    private final int height;
    private final char[] before;
    private final char[] now;
    private final float[] coverage;
    private final PaintSteps steps = new PaintSteps();
    private Brush brush = Brush.FIRST;
    private PaintTool tool = PaintTool.BRUSH;
    private Symmetry symmetry = Symmetry.NONE;
    private Area touched = Area.NONE;
    private boolean drawing;
    private double startX;
    private double startY;
    private double lastX;
    private double lastY;

    Painting(PaintedMap map) {
        FrameSize size = map.size();
        this.map = map;
        this.width = size.width();
        this.height = size.height();
        this.before = new char[size.pixels()];
        this.now = new char[size.pixels()];
        this.coverage = new float[size.pixels()];
        map.read(before);
        map.read(now);
    }

    Brush brush() {
        return brush;
    }

    void take(Brush other) {
        brush = other;
    }

    void take(PaintTool other) {
        tool = other;
    }

    PaintTool tool() {
        return tool;
    }

    Symmetry symmetry() {
        return symmetry;
    }

    void repeat(Symmetry other) {
        symmetry = other;
    }

    boolean isDrawing() {
        return drawing;
    }

    /** Begins a stroke; one that was not ended ends. */
    void begin(double x, double y) {
        end();
        drawing = true;
        startX = x * width - 0.5;
        startY = y * height - 0.5;
        lastX = startX;
        lastY = startY;
        if (tool == PaintTool.FILL) {
            fill();
        } else {
            move(x, y);
        }
    }

    /** Goes on to a point. */
    void move(double x, double y) {
        if (!drawing) {
            return;
        }
        double toX = x * width - 0.5;
        double toY = y * height - 0.5;
        double radius = brush.size() * Math.max(width, height) / 2;
        switch (tool) {
            case BRUSH -> draw(new Stamp.Line(lastX, lastY, toX, toY, radius, brush.softness()));
            case LINE -> replace(new Stamp.Line(startX, startY, toX, toY, radius, brush.softness()));
            case ELLIPSE -> replace(new Stamp.Ellipse(startX, startY, Math.abs(toX - startX), Math.abs(toY - startY),
                    brush.softness()));
            case GRADIENT -> replace(new Stamp.Gradient(startX, startY, toX, toY));
            case SMEAR, BLUR -> work(toX, toY, radius);
            case FILL -> {
            }
        }
        lastX = toX;
        lastY = toY;
    }

    /** Ends the stroke, which is one step for undo. */
    void end() {
        if (!drawing) {
            return;
        }
        drawing = false;
        if (!touched.isEmpty()) {
            steps.add(new PaintSteps.Step(touched, touched.cut(before, width), touched.cut(now, width)));
            touched.copy(now, before, width);
        }
        forgetCoverage();
        touched = Area.NONE;
    }

    boolean canUndo() {
        return steps.canUndo();
    }

    boolean canRedo() {
        return steps.canRedo();
    }

    void undo() {
        end();
        if (steps.canUndo()) {
            PaintSteps.Step step = steps.undo();
            put(step.area(), step.before());
        }
    }

    void redo() {
        end();
        if (steps.canRedo()) {
            PaintSteps.Step step = steps.redo();
            put(step.area(), step.after());
        }
    }

    private void put(Area area, char[] samples) {
        area.paste(samples, now, width);
        area.paste(samples, before, width);
        show(area);
    }

    /** Draws instead of what the stroke has drawn so far. */
    private void replace(Stamp stamp) {
        Area last = touched;
        last.copy(before, now, width);
        forgetCoverage();
        touched = Area.NONE;
        draw(stamp);
        show(last);
    }

    private void draw(Stamp stamp) {
        Area drawn = Area.NONE;
        for (Image image : symmetry.images()) {
            drawn = drawn.and(draw(stamp, image));
        }
        touched = touched.and(drawn);
        show(drawn);
    }

    private Area draw(Stamp stamp, Image image) {
        double middleX = middleX();
        double middleY = middleY();
        Image back = image.back();
        Area area = Area.around(middleX + image.x(stamp.x() - middleX, stamp.y() - middleY),
                middleY + image.y(stamp.x() - middleX, stamp.y() - middleY), stamp.radius(), width, height);
        for (int row = area.top(); row < area.bottom(); row++) {
            for (int column = area.left(); column < area.right(); column++) {
                double x = middleX + back.x(column - middleX, row - middleY);
                double y = middleY + back.y(column - middleX, row - middleY);
                float covered = (float) stamp.coverage(x, y);
                int at = row * width + column;
                if (covered > coverage[at]) {
                    coverage[at] = covered;
                    now[at] = brush.over(before[at], covered);
                }
            }
        }
        return area;
    }

    /** Smears or blurs what is there now. */
    private void work(double toX, double toY, double radius) {
        double middleX = middleX();
        double middleY = middleY();
        char[] seen = now.clone();
        for (Image image : symmetry.images()) {
            double x = middleX + image.x(toX - middleX, toY - middleY);
            double y = middleY + image.y(toX - middleX, toY - middleY);
            Stamp stamp = new Stamp.Line(x, y, x, y, radius, brush.softness());
            Area area = Area.around(x, y, stamp.radius(), width, height);
            PaintRetouch retouch = tool == PaintTool.BLUR
                    ? PaintRetouch.blur(seen, map.size(), radius)
                    : PaintRetouch.smear(seen, map.size(), image.x(toX - lastX, toY - lastY),
                            image.y(toX - lastX, toY - lastY));
            retouch.apply(stamp, area, now, width);
            touched = touched.and(area);
            show(area);
        }
    }

    private void fill() {
        PaintFill fill = new PaintFill(before, map.size());
        for (Image image : symmetry.images()) {
            double x = middleX() + image.x(startX - middleX(), startY - middleY());
            double y = middleY() + image.y(startX - middleX(), startY - middleY());
            if (x > -0.5 && y > -0.5 && x < width - 0.5 && y < height - 0.5) {
                fill.from((int) Math.rint(x), (int) Math.rint(y), brush, now);
            }
        }
        touched = fill.area();
        show(touched);
    }

    private double middleX() {
        return (width - 1) / 2.0;
    }

    private double middleY() {
        return (height - 1) / 2.0;
    }

    private void forgetCoverage() {
        for (int row = touched.top(); row < touched.bottom(); row++) {
            for (int at = row * width + touched.left(); at < row * width + touched.right(); at++) {
                coverage[at] = 0;
            }
        }
    }

    private void show(Area area) {
        if (!area.isEmpty()) {
            map.write(now, area.left(), area.top(), area.right(), area.bottom());
        }
    }
}
