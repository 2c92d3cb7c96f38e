using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Tests.Deadlines;

public class ExtensionTests
{
    private static readonly Deadline Due23 = DeadlineClock.Start(Given.At("2026-11-16 09:00"), Term.WorkingDays(5), Given.Office).Value; // Monday 23, 17:00

    [Fact]
    public void An_extension_moves_the_end_but_neither_the_promise_nor_what_is_owed()
    {
        var extended = Extend("2026-11-27").Value;

        Assert.Equal(Given.At("2026-11-27 17:00"), extended.DueAt);
        Assert.Equal(Due23.PromisedAt, extended.PromisedAt);
        Assert.Equal(Due23.OwedAt, extended.OwedAt);
    }

    [Fact]
    public void An_extended_dossier_finished_within_its_extension_is_still_late() =>
        Assert.Equal(Punctuality.Late, Punctualities.Of(Given.At("2026-11-26 10:00"), Extend("2026-11-27").Value.OwedAt));

    [Theory]
    [InlineData("2026-11-24")] // a holiday
    [InlineData("2026-11-28")] // a Saturday
    [InlineData("2026-11-23")] // no later than before
    [InlineData("1999-11-26")] // of a year without a calendar
    public void The_new_day_must_be_a_later_working_day(string day) =>
        Assert.Equal("extension-day-unfit", Extend(day).Refusal?.Code);

    [Fact]
    public void A_second_extension_is_refused() =>
        Assert.Equal("already-extended", Extend("2026-11-27", before: true).Refusal?.Code);

    [Fact]
    public void After_the_end_it_is_too_late_to_extend() =>
        Assert.Equal("extension-too-late", Extend("2026-11-27", now: "2026-11-23 17:01").Refusal?.Code);

    [Theory]
    [InlineData("2026-12-01", null)] // five working days behind the 23rd
    [InlineData("2026-12-02", "extension-too-long")]
    [InlineData("2027-11-01", "extension-too-long")]
    public void An_extension_has_an_end(string day, string? refusal) => Assert.Equal(refusal, Extend(day).Refusal?.Code);

    [Fact]
    public void Within_the_days_the_procedure_provides_what_is_owed_moves_too()
    {
        var room = new ExtensionRoom(Lawful: 2, Most: 5);

        Assert.Equal(Given.At("2026-11-26 17:00"), Extend("2026-11-26", room: room).Value.OwedAt);
        Assert.Equal(Due23.OwedAt, Extend("2026-11-27", room: room).Value.OwedAt);
        Assert.Equal(Due23.PromisedAt, Extend("2026-11-26", room: room).Value.PromisedAt);
    }

    private static Result<Deadline> Extend(string day, bool before = false, string now = "2026-11-20 09:00", ExtensionRoom? room = null) =>
        DeadlineExtension.Extend(Due23, Given.Day(day), room ?? new ExtensionRoom(Lawful: 0, Most: 5), before, Given.At(now), Given.Office);
}
