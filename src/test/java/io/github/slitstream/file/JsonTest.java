package io.github.slitstream.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class JsonTest {
    @Test
    void textOfAnyKindComesBackAsItWas() {
        String text = "say \"no\" to C:\\new\nlines,\ttabs, \u0001 and ünïcode: {}[]";
        assertEquals(Map.of("a \"key\"", text), read(Json.object(Map.of("a \"key\"", text))));
    }

    @Test
    void numbersAndFlagsAreThemselvesAndWhatIsNoNumberIsNull() {
        assertEquals("{\"ratio\": 0.250000}", Json.object(Map.of("ratio", 0.25)));
        assertEquals("{\"frames\": 9007199254740993}", Json.object(Map.of("frames", 9_007_199_254_740_993L)));
        assertEquals("{\"agrees\": true}", Json.object(Map.of("agrees", true)));
        assertEquals("{\"ratio\": null}", Json.object(Map.of("ratio", Double.NaN)));
        assertThrows(IllegalArgumentException.class, () -> Json.object(Map.of("list", List.of())));
    }

    @Test
    void aListHasAValueToALine() {
        assertEquals(List.of(Map.of("a", true), Map.of("b", false)),
                read(Json.list(List.of(Json.object(Map.of("a", true)), Json.object(Map.of("b", false))))));
        assertEquals(List.of(), read(Json.list(List.of())));
    }

    private static Object read(String json) {
        return new Load(LoadSettings.builder().build()).loadFromString(json); // every JSON text is YAML
    }
}
