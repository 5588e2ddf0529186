package io.github.slitstream.media;

import java.util.Comparator;

/**
 * The order in which people number files: digits by their value, {@code shot9} before {@code shot10}, letters without
 * regard to case.
 */
enum NaturalOrder implements Comparator<String> {
    BY_NUMBERS;

    @Override
    public int compare(String one, String other) {
        int at = 0;
        int otherAt = 0;
        while (at < one.length() && otherAt < other.length()) {
            int end = endOfDigits(one, at);
            int otherEnd = endOfDigits(other, otherAt);
            boolean numbers = end > at && otherEnd > otherAt;
            int order = numbers
                    ? byValue(one.substring(at, end), other.substring(otherAt, otherEnd))
                    : Character.compare(folded(one, at), folded(other, otherAt));
            if (order != 0) {
                return order;
            }
            at = numbers ? end : at + 1;
            otherAt = numbers ? otherEnd : otherAt + 1;
        }
        int order = Integer.compare(one.length() - at, other.length() - otherAt);
        return order == 0 ? one.compareTo(other) : order;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** However long: numbers of cameras' files are longer than a long. */
    private static int byValue(String digits, String other) {
        String significant = digits.replaceFirst("^0+", "");
        String otherSignificant = other.replaceFirst("^0+", "");
        int order = Integer.compare(significant.length(), otherSignificant.length());
        return order == 0 ? significant.compareTo(otherSignificant) : order;
    }

    private static char folded(String text, int at) {
        return Character.toLowerCase(text.charAt(at));
    }
}
