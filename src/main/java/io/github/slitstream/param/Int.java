package io.github.slitstream.param;

/**
 * A whole number.
 *
 * @param min smallest legal value
 * @param max largest legal value
 * @param low where its slider starts
 * @param high where its slider ends
 * @param curve how its slider is spread
 */
public record Int(String id, String label, String doc, Integer min, Integer max, Integer low, Integer high,
        Integer defaultValue,
        String unit, Curve curve) implements Numeric<Integer> {

    public Int {
        Check.words(id, label, doc);
        Check.range(id, min, max, low, high, defaultValue, curve);
    }

    /** A parameter without unit whose slider covers the whole legal range. */
    public static Int of(String id, String label, int min, int max, int defaultValue, String doc) {
        return new Int(id, label, doc, min, max, min, max, defaultValue, "", Curve.LINEAR);
    }

    public Int in(String newUnit) {
        return new Int(id, label, doc, min, max, low, high, defaultValue, newUnit, curve);
    }

    public Int slider(int from, int to) {
        return new Int(id, label, doc, min, max, from, to, defaultValue, unit, curve);
    }

    /** The same with a slider on which equal ways are equal factors; for positive numbers. */
    public Int logarithmic() {
        return new Int(id, label, doc, min, max, low, high, defaultValue, unit, Curve.LOGARITHMIC);
    }

    @Override
    public Int within(String path) {
        return new Int(Path.id(path, id), Path.label(path, label), doc, min, max, low, high, defaultValue, unit, curve);
    }

    @Override
    public Integer nearest(double number) {
        return (int) Math.clamp(Math.rint(number), min, max);
    }

    @Override
    public String allowed() {
        String range = min + " … " + max + " (whole numbers)";
        return unit.isEmpty() ? range : range + " " + unit;
    }

    @Override
    public Integer parse(String text) {
        try {
            return check(Integer.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            throw BadValue.of(this, text);
        }
    }

    @Override
    public String format(Integer value) {
        return value.toString();
    }

    @Override
    public Integer near(Object value) {
        return value instanceof Integer number ? Math.clamp(number, min, max) : defaultValue;
    }
}
