package io.github.slitstream.param;

/**
 * A real number.
 *
 * @param min smallest legal value
 * @param max largest legal value
 * @param low where its slider starts
 * @param high where its slider ends
 * @param decimals digits behind the point that a control shows
 * @param curve how its slider is spread
 */
public record Real(String id, String label, String doc, Double min, Double max, Double low, Double high,
        Double defaultValue, String unit, int decimals, Curve curve) implements Numeric<Double> {

    public Real {
        Check.words(id, label, doc);
        Check.range(id, min, max, low, high, defaultValue, curve);
        Check.that(decimals >= 0, id, decimals + " digits behind the point");
    }

    /** A parameter without unit whose slider covers the whole legal range. */
    public static Real of(String id, String label, double min, double max, double defaultValue, String doc) {
        return new Real(id, label, doc, min, max, min, max, defaultValue, "", 2, Curve.LINEAR);
    }

    public Real in(String newUnit) {
        return new Real(id, label, doc, min, max, low, high, defaultValue, newUnit, decimals, curve);
    }

    public Real slider(double from, double to) {
        return new Real(id, label, doc, min, max, from, to, defaultValue, unit, decimals, curve);
    }

    public Real decimals(int digits) {
        return new Real(id, label, doc, min, max, low, high, defaultValue, unit, digits, curve);
    }

    /** The same with a slider on which equal ways are equal factors; for positive numbers. */
    public Real logarithmic() {
        return new Real(id, label, doc, min, max, low, high, defaultValue, unit, decimals, Curve.LOGARITHMIC);
    }

    @Override
    public Real within(String path) {
        return new Real(Path.id(path, id), Path.label(path, label), doc, min, max, low, high, defaultValue, unit,
                decimals, curve);
    }

    @Override
    public Double nearest(double number) {
        return Math.clamp(number, min, max) + 0.0; // −0 becomes 0, which equals it nowhere else
    }

    @Override
    public String allowed() {
        String range = format(min) + " … " + format(max);
        return unit.isEmpty() ? range : range + " " + unit;
    }

    @Override
    public Double parse(String text) {
        try {
            return check(Double.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            throw BadValue.of(this, text);
        }
    }

    @Override
    public String format(Double value) {
        return shortest(value);
    }

    /** The shortest text that is read back as the same number. */
    static String shortest(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Override
    public Double near(Object value) {
        return value instanceof Double number ? nearest(number) : defaultValue;
    }
}
