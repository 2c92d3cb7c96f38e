namespace PublicAdmin.Load;

/// <summary>How soon an office answers: with an empty folder, and with one it closed before.</summary>
internal static class Start
{
    private const int Times = 3;

    public static async Task MeasureAsync(LoadOptions options)
    {
        var (first, again, memory) = (new List<double>(), new List<double>(), new List<double>());
        for (var time = 0; time < Times; time++)
        {
            await using var office = await OfficeProcess.StartAsync();
            first.Add(office.Started.TotalMilliseconds);
            memory.Add(Memories.PresentOf(office.Pid));
            await office.CloseAsync();
            await using var reopened = await OfficeProcess.StartAsync(office.Folder);
            again.Add(reopened.Started.TotalMilliseconds);
        }

        Report.Print("start to first answer, new folder", Median(first), "ms", Targets.FirstAnswerMilliseconds);
        Report.Print("start to first answer, opened again", Median(again), "ms", Targets.FirstAnswerMilliseconds);
        Report.Print("memory of the office, just opened", Median(memory), "MB", Targets.Megabytes);
    }

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);
}
