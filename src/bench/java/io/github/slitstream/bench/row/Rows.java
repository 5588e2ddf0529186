package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Row;
import java.util.List;
import java.util.stream.Stream;

/** The catalog: every row there is, in the order it is run. Neighbours share their input where they can. */
public final class Rows {
    public static final List<Row> ALL = Stream
            .of(HistoryRows.all(), TimeDisplacementRows.all(), ChainRows.all(), MovingRows.all(),
                    ChannelRotationRows.all(),
                    ColourRows.all(), ConvolutionRows.all(), HomographyRows.all(), ResizeRows.all(), VideoRows.all(),
                    RenderRows.all(), ViewRows.all(), FundamentalRows.all(), RankRows.all(), StructureRows.all(),
                    FormulaRows.all(), ScanRows.all(), StretchedMapRows.all(), PatternRows.all(), PlacedRows.all(),
                    SeveralMomentsRows.all(), MomentsAlongFlowRows.all())
            .flatMap(List::stream).toList();

    private static final List<String> ABOVE_720P = Stream.of(PictureSize.FULL_HD, PictureSize.SQUARE)
            .map(PictureSize::name).toList();

    /** Every kind of work once or more: all rows but those that are named after a picture larger than 720p. */
    public static final List<Row> UP_TO_720P = ALL.stream()
            .filter(row -> Stream.of(row.name().split("/")).noneMatch(ABOVE_720P::contains)).toList();

    private Rows() {}
}
