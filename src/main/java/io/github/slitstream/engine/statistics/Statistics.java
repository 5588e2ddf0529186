package io.github.slitstream.engine.statistics;

/**
 * How the player is doing, as of now.
 *
 * @param capturedPerSecond frames that came in
 * @param renderedPerSecond pictures that were made
 * @param shownPerSecond pictures that reached the screen
 * @param capturedFrames that came in since the counting started
 * @param shownFrames of which a picture reached the screen since then; the others were overtaken by newer ones
 * @param grabMillis median time to get, convert and downsample one frame, without waiting for it
 * @param renderMillis median time of the chain and the upsampling for one picture
 * @param latencyMedianMillis from the capture of a frame to its picture on the screen
 * @param latencyWorstMillis the 99th percentile of it
 * @param droppedFrames frames that came in while there was no room in the ring, since the counting started
 * @param ringFrames frames that the ring keeps
 * @param ringFilled frames that it holds already
 * @param ringBytes memory of all rings
 * @param kernelFailures vector kernels that were found to be compiled badly, since the start
 * @param flow how large the pictures are in which flow is found, in a few words; empty where none is wanted
 */
public record Statistics(double capturedPerSecond, double renderedPerSecond, double shownPerSecond,
        long capturedFrames, long shownFrames, double grabMillis, double renderMillis, double latencyMedianMillis,
        double latencyWorstMillis, long droppedFrames, int ringFrames, int ringFilled, long ringBytes,
        int kernelFailures, String flow) {}
