package io.github.slitstream.pattern;

/** Goes through the text of a formula from left to right; blanks count for nothing. One thread. */
final class FormulaScanner {
    private static final char END = 0;

    private final String text;
    private int at;

    FormulaScanner(String text) {
        this.text = text;
    }

    /** Where the next thing begins, from 1 on. */
    int column() {
        skipBlanks();
        return at + 1;
    }

    boolean isAtEnd() {
        skipBlanks();
        return at == text.length();
    }

    boolean isAt(char sign) {
        skipBlanks();
        return here() == sign;
    }

    boolean isAtName() {
        skipBlanks();
        return isLetter(here());
    }

    /** Whether a digit, or a point before one, is next. */
    boolean isAtNumber() {
        skipBlanks();
        return isDigit(here()) || (here() == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)));
    }

    /** Goes on behind a sign if it is next. */
    boolean takes(String sign) {
        skipBlanks();
        boolean isHere = text.startsWith(sign, at);
        at += isHere ? sign.length() : 0;
        return isHere;
    }

    /** Takes the name that is next. */
    String name() {
        int start = at;
        while (isInName(here())) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Takes the number that is next. */
    double number() throws FormulaFlaw {
        int start = at;
        skipDigits();
        if (here() == '.') {
            at++;
            skipDigits();
        }
        skipExponent();
        double value = Double.parseDouble(text.substring(start, at));
        if (Double.isInfinite(value)) {
            throw new FormulaFlaw(start + 1, "'" + text.substring(start, at) + "' is too large a number");
        }
        return value;
    }

    /** Says that something else should be next. */
    FormulaFlaw expected(String what) {
        skipBlanks();
        String next = at < text.length()
                ? "'" + text.substring(at, text.offsetByCodePoints(at, 1)) + "' stands"
                : "the formula ends";
        return new FormulaFlaw(at + 1, next + " where " + what + " is expected");
    }

    /** Where no digit follows, an e is the beginning of a name. */
    private void skipExponent() {
        if (here() != 'e' && here() != 'E') {
            return;
        }
        int digits = at + 1;
        if (digits < text.length() && (text.charAt(digits) == '+' || text.charAt(digits) == '-')) {
            digits++;
        }
        if (digits < text.length() && isDigit(text.charAt(digits))) {
            at = digits;
            skipDigits();
        }
    }

    private void skipDigits() {
        while (isDigit(here())) {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char here() {
        return at < text.length() ? text.charAt(at) : END;
    }

    /** Whether a name may hold a character, if not at its beginning. */
    static boolean isInName(char c) {
        return isLetter(c) || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
