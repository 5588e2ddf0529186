package io.github.slitstream.pattern;

import io.github.slitstream.param.Text.Example;
import java.util.List;

/** Formulas that are worth a look, under names that stand for them. */
final class FormulaExamples {
    static final Example RIPPLES = new Example("ripples", "Ripples", "0.5 + 0.5*sin(8*r - 2*t)");

    static final List<Example> ALL = List.of(RIPPLES,
            new Example("interference", "Interference", "0.5 + 0.25*sin(24*sqrt((x - 0.5)^2 + y^2) - 3*t)"
                    + " + 0.25*sin(24*sqrt((x + 0.5)^2 + y^2) - 3*t)"),
            new Example("plasma", "Plasma", "0.5 + 0.16*(sin(5*x + t) + sin(4*y - 1.3*t) + sin(3*(x + y) + 0.7*t)"
                    + " + sin(7*r - t))"),
            new Example("whirlpool", "Whirlpool", "0.5 + 0.5*sin(3*theta + 10*sqrt(r) - 1.5*t)"),
            new Example("flower", "Flower", "0.5 + 0.5*sin(6*theta + 4*sin(3*r - t))*smoothstep(0, 0.3, r)"),
            new Example("breath", "Breath", "r*(0.75 + 0.5*sin(0.8*t))"),
            new Example("weave", "Weave", "0.5 + 0.5*sin(9*x + 0.7*t)*sin(7*y - 0.5*t)"),
            new Example("diamonds", "Diamonds", "abs(2*fract(1.5*(abs(x) + abs(y)) - 0.2*t) - 1)"),
            new Example("clouds", "Clouds", "noise(2.5*x + 0.3*t, 2*y, 7)"),
            new Example("blocks", "Blocks", "random(floor(6*x) + 17*floor(4*y) + 101*floor(t/2))"),
            new Example("lighthouse", "Lighthouse", "fract((theta + 0.9*t)/(2*pi))"),
            new Example("highlights", "Highlights", "smoothstep(0.25, 0.75, luma)"));

    private FormulaExamples() {}
}
