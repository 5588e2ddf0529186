package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Values;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectSpecTest {
    @ParameterizedTest
    @ValueSource(strings = {"formula=\"if(x==1, y==2, min(r, 0.5))\"", "formula='if(x==1, y==2, min(r, 0.5))'",
        "formula = \"if(x==1, y==2, min(r, 0.5))\" "})
    void quotesHoldCommasBeforeWhatLooksLikeAKey(String pair) {
        for (String text : new String[]{"time-displacement:pattern=formula," + pair + ",speed=2",
            "time-displacement:" + pair + ",speed=2,pattern=formula",
            "time-displacement:speed=2,pattern=formula," + pair}) {
            Values values = EffectSpec.parse(text).values();
            assertEquals("if(x==1, y==2, min(r, 0.5))", values.text(values.parameter("formula")), text);
            assertEquals("2", values.text(values.parameter("speed")), text);
        }
    }

    @Test
    void withoutQuotesOnlyACommaBeforeAKeyEndsAValue() {
        Values values = EffectSpec.parse("time-displacement:pattern=formula,formula=min(r, 0.5),invert=true").values();
        assertEquals("min(r, 0.5)", values.text(values.parameter("formula")));
        assertEquals("true", values.text(values.parameter("invert")));
    }

    @Test
    void partsHavePaths() {
        Values values = EffectSpec.parse(
                "time-displacement:pattern=mix,a.pattern=radial,b.pattern=waves,b.count=5,how=multiply").values();
        assertEquals("waves", values.text(values.parameter("b.pattern")));
        assertEquals("5", values.text(values.parameter("b.count")));
        assertEquals("multiply", values.text(values.parameter("how")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"time-displacement:pattern=formula,formula=\"min(r, 0.5)",
        "time-displacement:formula='r\",pattern=formula", "time-displacement:formula=\"r\" + 1"})
    void aQuoteThatStaysOpenIsNamed(String text) {
        String message = assertThrows(BadValue.class, () -> EffectSpec.parse(text)).getMessage();
        assertTrue(message.contains("does not end as it begins"), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~',
            textBlock = """
                pattern=tunnel,arms=3~'arms' is of pattern=angular, spiral, not of pattern=tunnel, which takes
                arms=3,pattern=tunnel~'arms' is of pattern=angular, spiral, not of pattern=tunnel, which takes
                pattern=mix,b.pattern=radial,b.arms=3~'b.arms' is of b.pattern=angular, spiral, not of b.pattern=radial
                along=cameras,depth-unit=seconds~'depth-unit' is of along=time, not of along=cameras, which takes nothing of its own
                pattern=tunnel,pattern=radial~'pattern' is given twice, as 'tunnel' and as 'radial': an effect takes it once
                """)
    void whatBelongsElsewhereOrIsGivenTwiceIsRefused(String settings, String start) {
        String message = assertThrows(BadValue.class, () -> EffectSpec.parse("time-displacement:" + settings))
                .getMessage();
        assertTrue(message.startsWith(start), message);
        assertEquals(1, message.lines().count());
    }

    /** Whoever does as the message says gets no second one. */
    @ParameterizedTest
    @ValueSource(strings = {"pattern=linear,centre-x=0.2", "centre-x=0.2", "pattern=mix,mask.centre-x=0.2",
        "pattern=mix,b.a.centre-x=0.2", "line-width=2,pattern=scan", "mask.line-width=2,pattern=mix"})
    void theWayOutIsWhole(String settings) {
        String message = assertThrows(BadValue.class, () -> EffectSpec.parse("time-displacement:" + settings))
                .getMessage();
        Matcher wayOut = Pattern.compile("; write (.+) instead of (\\S+), or leave \\S+ out").matcher(message);
        assertTrue(wayOut.find(), message);
        String mended = (settings + ",").replace(wayOut.group(2) + ",", "")
                + wayOut.group(1).replace(" and ", ",");
        assertDoesNotThrow(() -> EffectSpec.parse("time-displacement:" + mended), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pattern=radial", "pattern=mix", "angle=3"})
    void mixesThatLieTooDeepAreToldHowDeepTheyMay(String setting) {
        StringBuilder deep = new StringBuilder("time-displacement:pattern=mix");
        for (int depth = 1; depth <= 8; depth++) {
            deep.append(",").append("a.".repeat(depth)).append("pattern=mix");
        }
        String text = deep + "," + "a.".repeat(9) + setting;
        String message = assertThrows(BadValue.class, () -> EffectSpec.parse(text)).getMessage();
        assertTrue(message.contains(": at most 8 mixes lie within one another"), message);
    }

    @Test
    void aPartOfAMixThatIsMisspelledIsNotTakenForOneThatLiesTooDeep() {
        String message = assertThrows(BadValue.class,
                () -> EffectSpec.parse("time-displacement:pattern=mix,c.pattern=radial")).getMessage();
        assertFalse(message.contains("at most"), message);
    }

    @Test
    void whatIsNoSettingIsNamed() {
        String message = assertThrows(BadValue.class, () -> EffectSpec.parse("flip:horizontal,vertical=true"))
                .getMessage();
        assertEquals("'horizontal' is not a setting: write key=value", message);
    }

    /** Whoever does as the message says gets the effect. */
    @ParameterizedTest
    @ValueSource(strings = {"blur", "sharpen", "emboss", "posterize", "negative", "mirror", "greyscale", "perspective"})
    void effectsUnderTheNamesOfOthersAreShownTheirOwn(String name) {
        String message = assertThrows(BadValue.class, () -> EffectSpec.parse(name)).getMessage();
        assertTrue(message.startsWith("no effect is called '" + name + "': write "), message);
        assertDoesNotThrow(() -> EffectSpec.parse(message.replaceFirst(".*: write ", "")), message);
    }
}
