using System.Diagnostics;
using System.Text.Json;
using PublicAdmin.Eforms;

namespace PublicAdmin.Load;

/// <summary>
/// What it costs to hold a filled-in form against its definition and to write down what is kept: processor time of a counted number of checks, without HTTP.
/// A birth with two parents, as the longest form that is filed often.
/// </summary>
internal static class Validation
{
    private const int WarmUps = 60_000; // Below that most of what is measured is the compiler at its second round.
    private const double MostMicroseconds = 100;

    private static readonly DateOnly Today = new(2026, 11, 20);

    private const string Home = """{"kind": "1", "province": "11", "commune": "03256", "detail": "Bản Tát"}""";
    private const string Place = """{"province": "11", "commune": "03256", "detail": "Bản Tát"}""";

    private static readonly string Birth = $$"""
        {
          "requesterName": "Lò Thị Mai", "requesterPersonalNumber": "011195000123", "requesterPhone": "0912345678", "requesterResidence": {{Home}},
          "requesterRelation": "me", "registrationKind": "1", "birthCase": "1", "childName": "Lò Minh An", "childBirthDate": "2026-11-15", "childSex": "1",
          "childEthnicity": {"code": "03"}, "childNationality": "VN", "childBirthPlace": {{Place}}, "childHometown": {{Place}},
          "motherPersonalNumber": "011195000123", "motherName": "Lò Thị Mai", "motherBirthDate": "1995-03-02", "motherEthnicity": {"code": "03"},
          "motherNationality": "VN", "motherResidence": {{Home}}, "fatherPersonalNumber": "011096004567", "fatherName": "Lò Văn Tính",
          "fatherBirthDate": "1996", "fatherEthnicity": {"code": "03"}, "fatherNationality": "VN", "fatherResidence": {{Home}}, "parentsMarried": true,
          "parentsMarriage": {"number": "12/2015", "date": "2015-03-02", "agency": "UBND xã Mường Ảng"}, "copiesWanted": true, "copies": 2
        }
        """;

    public static Task MeasureAsync(LoadOptions options)
    {
        var (book, times) = (new FormBook(), 20 * options.Times);
        var form = book.Find("khai-sinh", "1")!;
        Repeat(WarmUps);
        var (processor, bytes) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread());
        Repeat(times);
        var spent = Process.GetCurrentProcess().TotalProcessorTime - processor;
        Report.Print($"validation, {times} births, each", spent.TotalMicroseconds / times, "µs", MostMicroseconds);
        Report.Print("  allocated by each", (GC.GetAllocatedBytesForCurrentThread() - bytes) / 1024.0 / times, "kB");
        return Task.CompletedTask;

        void Repeat(int count)
        {
            for (var n = 0; n < count; n++)
            {
                var verdict = book.Check(form, JsonElement.Parse(Birth), Today, "du-cha-me");
                if (verdict.Errors is [var first, ..])
                {
                    throw new InvalidOperationException($"{first.Field}: {first.Message.En}");
                }
            }
        }
    }
}
