namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>What people complain of without an account, and how they rate with the receipt in hand.</summary>
internal static class PetitionChapter
{
    private const string Leader = "leader-muong-ang";

    public static async Task GoAsync(FuzzedOffice office)
    {
        var place = office.OfficeOf(Leader);
        var sent = await office.SayAsync(null, "POST /api/petitions", new { kind = "behaviour", text = "Cán bộ để chờ lâu.", office = place });
        var (id, secret) = (sent.GetProperty("petition").GetProperty("id").GetString(), sent.GetProperty("secret").GetString());
        await office.SayAsync(null, "POST /api/petition-tracking", new { id, secret });
        await office.SayAsync(Leader, $"POST /api/offices/{place}/petitions/{id}/question", new { text = "Chờ ngày nào?" });
        await office.SayAsync(null, $"POST /api/petitions/{id}/reply", new { secret, text = "Hôm qua." });
        await office.SayAsync(
            Leader, $"POST /api/offices/{place}/petitions/{id}/answer", new { text = "Đã nhắc nhở.", published = "Đã chấn chỉnh." });
        await office.SayAsync(null, $"POST /api/petitions/{id}/rating", new { secret, satisfied = true });

        var code = await DeskChapter.FinishedAsync(office);
        await office.DeliverMessagesAsync();
        var receipt = await office.SayAsync("mai", $"GET /api/dossiers/{code}/tracking-secret");
        await office.SayAsync(
            null, "POST /api/ratings", new { code, secret = receipt.GetProperty("secret").GetString(), rating = new { satisfied = true } });
    }
}
