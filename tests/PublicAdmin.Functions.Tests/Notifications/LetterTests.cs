using Microsoft.Extensions.Options;
using PublicAdmin.Notifications;
using PublicAdmin.Notifications.Sending;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Deadlines;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Notifications;

public class LetterTests
{
    public static TheoryData<string> EveryLetter() => new(LetterBook.Names);

    [Theory]
    [MemberData(nameof(EveryLetter))]
    public void Both_languages_say_the_same_things(string name)
    {
        var letter = LetterBook.Find(name)!;

        Assert.Equal(PlacesOf(letter with { En = letter.Vi }), PlacesOf(letter with { Vi = letter.En }));
    }

    [Theory]
    [MemberData(nameof(EveryLetter))]
    public void Every_place_is_filled_and_what_people_wrote_is_escaped(string name)
    {
        var template = LetterBook.Find(name)!;

        var letter = template.Fill(template.Places.ToDictionary(place => place, _ => "<b>Lò Thị Mai</b>"), Language.Vi);

        Assert.DoesNotContain("{{", letter.Subject + letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", letter.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-20 22:00", "2026-11-21 06:00")]
    [InlineData("2026-11-20 05:59", "2026-11-20 06:00")]
    [InlineData("2026-11-20 06:00", "2026-11-20 06:00")]
    [InlineData("2026-11-20 20:59", "2026-11-20 20:59")]
    public void Short_messages_wait_for_the_end_of_the_quiet_hours(string wanted, string sent) =>
        Assert.Equal(Given.At(sent), new Preferences().NotBefore(Given.At(wanted)));

    [Fact]
    public void Whoever_wants_no_quiet_hours_has_none() =>
        Assert.Equal(
            Given.At("2026-11-20 23:00"), new Preferences(QuietFrom: new TimeOnly(0, 0), QuietTo: new TimeOnly(0, 0)).NotBefore(Given.At("2026-11-20 23:00")));

    [Fact]
    public async Task The_gateway_gets_signed_requests_and_says_which_are_hopeless()
    {
        await using var server = await GatewayServer.StartAsync();
        using var http = new HttpClient();
        var settings = Options.Create(new MailSettings { GatewayUrl = server.Url, GatewaySecret = GatewayServer.Secret });
        var gateway = new MessageGateway(http, settings, new FixedClock(Given.At("2026-11-20 09:00")));

        await gateway.SendAsync(new ShortMessage("a:1", LetterChannel.Sms, "0912345678", "Hồ sơ đã có kết quả"), default);
        server.Answer = 422;
        await Assert.ThrowsAsync<UndeliverableException>(() => gateway.SendAsync(new ShortMessage("a:2", LetterChannel.Sms, "x", "y"), default));
        server.Answer = 503;
        await Assert.ThrowsAsync<MailAwayException>(() => gateway.SendAsync(new ShortMessage("a:3", LetterChannel.Sms, "0912345678", "y"), default));

        Assert.Equal(3, server.WellSigned);
    }

    private static IEnumerable<string> PlacesOf(LetterTemplate letter) => letter.Places.Order(StringComparer.Ordinal);
}
