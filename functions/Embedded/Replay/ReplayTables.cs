using System.Globalization;
using PublicAdmin.Statistics.Replay;
using Spectre.Console;

namespace PublicAdmin.Embedded.Replay;

/// <summary>What the replay prints: the assumptions first, then each figure beside the article's.</summary>
internal static class ReplayTables
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["total"] = "Tổng số · total",
        ["carried"] = "Kỳ trước chuyển qua · carried over",
        ["online"] = "Trực tuyến · online",
        ["direct"] = "Trực tiếp, bưu chính · counter, post",
        ["resolved"] = "Đã giải quyết · resolved",
        ["ahead"] = "  trước hạn · ahead",
        ["onTime"] = "  đúng hạn · on time",
        ["late"] = "  quá hạn · late",
        ["open"] = "Đang giải quyết, trong hạn · open in time",
        ["overdue"] = "Đang giải quyết, quá hạn · open overdue",
        ["unexplained"] = "Bài báo không giải thích · unexplained",
        ["supplement"] = "  chờ bổ sung · supplement",
        ["financial"] = "  yêu cầu thực hiện nghĩa vụ tài chính · financial duty",
        ["posting"] = "  niêm yết · posting",
        ["withdrawn"] = "  rút · withdrawn",
        ["stopped"] = "  dừng · stopped",
    };

    public static void WriteAssumptions(ReplayPlan plan)
    {
        AnsiConsole.MarkupLine("[bold]Giả định khi nạp · assumptions[/]");
        foreach (var assumption in plan.Assumptions)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $" - {assumption}");
        }
    }

    public static void WriteComparison(IReadOnlyList<ReplayFigure> figures)
    {
        foreach (var unit in figures.GroupBy(figure => figure.Unit))
        {
            var table = new Table().Title(Markup.Escape(unit.Key)).AddColumn("Chỉ tiêu · figure").AddColumn(Right("Bài báo · article"))
                .AddColumn(Right("Sổ của ta · ours")).AddColumn(Right("Chênh lệch · difference"));
            foreach (var figure in unit)
            {
                table.AddRow(
                    Names[figure.Figure], Number(figure.Article), Number(figure.Ours),
                    figure.Article is { } said ? Number(figure.Ours - said) : "không nêu · not stated");
            }

            AnsiConsole.Write(table);
        }
    }

    private static TableColumn Right(string title) => new TableColumn(title).RightAligned();

    private static string Number(long? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "–";
}
