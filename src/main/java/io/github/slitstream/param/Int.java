package io.github.slitstream.param;

/**
 * A whole number.
 *
 * @param min smallest legal value
 * @param max largest legal value
 * @param uiMin where its slider starts
 * @param uiMax where its slider ends
 */
public record Int(String id, String label, String doc, int min, int max, int uiMin, int uiMax, Integer defaultValue,
        String unit) implements Parameter<Integer> {

    /** A parameter without unit whose slider covers the whole legal range. */
    public static Int of(String id, String label, int min, int max, int defaultValue, String doc) {
        return new Int(id, label, doc, min, max, min, max, defaultValue, "");
    }

    public Int in(String newUnit) {
        return new Int(id, label, doc, min, max, uiMin, uiMax, defaultValue, newUnit);
    }

    public Int slider(int from, int to) {
        return new Int(id, label, doc, min, max, from, to, defaultValue, unit);
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
    public Integer check(Integer value) {
        if (value >= min && value <= max) {
            return value;
        }
        throw BadValue.of(this, format(value));
    }

    @Override
    public Integer near(Object value) {
        return value instanceof Integer number ? Math.clamp(number, min, max) : defaultValue;
    }
}
