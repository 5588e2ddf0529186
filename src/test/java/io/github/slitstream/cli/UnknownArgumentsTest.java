package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.media.MediaSinks;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.media.OpenCvFlow;
import io.github.slitstream.media.OpenCvResizer;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.rig.RigSources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips of the finger, and names that look like something else. */
class UnknownArgumentsTest {
    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '~',
            textBlock = """
                rendr x.mp4 -o y.mp4~no command is called 'rendr' (did you mean 'render'?): there are render, effects,
                rendr~no command is called 'rendr' (did you mean 'render'?): there are render, effects,
                efects~no command is called 'efects' (did you mean 'effects'?): there are render, effects,
                lab rnak x.npy~no command is called 'rnak' (did you mean 'rank'?): there are im2col,
                bench livee~no command is called 'livee' (did you mean 'live'?): there are
                bench stabilty --starts 3~no command is called 'stabilty' (did you mean 'stability'?): there are
                bench livee --preset melting~no command is called 'livee' (did you mean 'live'?)
                bench radail~no row is called 'radail': there are
                render demo: -o y.mp4 --prest melting~'--prest' (did you mean '--preset'?)
                render demo: --ouput y.mp4~there is no '--ouput' (did you mean '--output'?)
                render -dash.mp4 -o y.mp4~; the file '-dash.mp4' is written ./-dash.mp4;
                render -old.mp4 -o y.mp4~; the file '-old.mp4' is written ./-old.mp4;
                -dash.mp4~; the file '-dash.mp4' is written ./-dash.mp4;
                render x.mp4 -o -out.mkv~; the file '-out.mkv' is written ./-out.mkv;
                render a.mp4 b.mp4 -o y.mp4~'slitstream render' takes INPUT, and not 'b.mp4' as well; a folder of files is one INPUT
                a.mp4 b.mp4~'slitstream' takes INPUT, and not 'b.mp4' as well; a folder of files is one INPUT
                effects flip~'slitstream effects' takes options only, and not 'flip' as well
                """)
    void theWayOutIsNamed(String arguments, String named) {
        assertEquals(2, run(arguments.split(" ")), errors.toString());
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertTrue(errors.toString().startsWith("slitstream: "), errors.toString());
        assertTrue(errors.toString().contains(named), errors.toString());
    }

    @Test
    void aFileMayBeCalledAsAMicrophoneIs() {
        String clip = folder.resolve("clap+microphone:2.mkv").toString();
        assertEquals(0, run("render", "demo:16x16", "-o", clip, "--frames", "2"), errors.toString());
        Path copy = folder.resolve("copy.mkv");
        assertEquals(0, run("render", clip, "-o", copy.toString()), errors.toString());
        assertTrue(Files.exists(copy));
    }

    private int run(String... arguments) {
        Display none = new Display(true, Map.of(), library -> true, () -> true);
        CommandEnvironment environment = new CommandEnvironment(new RigSources(new MediaSources()), new MediaSinks(),
                OpenCvResizer::new, OpenCvFlow::new, new PresetStore(folder.resolve("presets")), none, folder,
                () -> false);
        return Main.run(environment, new PrintWriter(new StringWriter(), true), new PrintWriter(errors, true),
                arguments);
    }
}
