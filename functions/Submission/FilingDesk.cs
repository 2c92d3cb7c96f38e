using System.Text.Json;
using Microsoft.Extensions.Logging;
using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Submission;

/// <summary>
/// Takes a filing in: exactly one dossier per caller and Idempotency-Key. The order is what makes it so — code, then the request's
/// memory of its code, then the dossier — and dying after any of them and asking again ends in the same dossier.
/// </summary>
public sealed partial class FilingDesk(
    FilingChecks checks, DossierSerials serials, RequestLog requests, DossierStore dossiers, TrackingSecrets secrets, CalendarBook calendar,
    ILogger<FilingDesk> log)
{
    /// <param name="form">What is filed.</param>
    /// <param name="caller">By whom.</param>
    /// <param name="key">Sent again, the same dossier is found.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="arrival">What it brings from the National Portal; null when it came another way.</param>
    public async Task<Result<FilingReceipt>> FileAsync(
        FilingForm form, Caller caller, string key, DateTimeOffset now, CancellationToken ct, PortalArrival? arrival = null)
    {
        var check = await checks.CheckAsync(form, arrival, caller, now, ct);
        if (!check.Try(out var filing, out var refusal))
        {
            return refusal;
        }

        var body = BodyOf(form, arrival);
        var request = await requests.FindAsync(caller.Id, key, ct);
        if (request is null && await checks.BookedBeforeAsync(form, ct) is { } booked)
        {
            return booked;
        }

        request ??= await AllocateAsync(filing, caller, key, body, now, ct);
        if (request.BodyHash != body)
        {
            return HttpRefusals.IdempotencyKeyReused;
        }

        var stamp = new Stamp(now, caller.Id, filing.As, filing.StaffOffice);
        return (await AddAsync(new Submitted(request.Code, filing.Filing, stamp), filing.Answers.Json, ct)).Try(out var dossier, out refusal)
            ? await ReceiptAsync(dossier, filing, ct) : refusal;
    }

    /// <summary>What tells two filings of one key apart; where a file lies and for how long is no part of what was filed.</summary>
    public static string BodyOf(FilingForm form, PortalArrival? arrival) => RequestKeys.Shorten(
    [
        .. JsonSerializer.SerializeToUtf8Bytes(form, OfficeJson.Stored),
        .. arrival is null ? [] : JsonSerializer.SerializeToUtf8Bytes(arrival.Files.Select(file => file with { Link = "" }), OfficeJson.Stored),
    ]);

    private async Task<LoggedRequest> AllocateAsync(CheckedFiling filing, Caller caller, string key, string body, DateTimeOffset now, CancellationToken ct)
    {
        var code = await serials.NextAsync(filing.Filing.Places.Receipt, DateOnly.FromDateTime(now.Here().DateTime), ct);
        return await requests.AddAsync(caller.Id, key, new LoggedRequest(code, body), ct);
    }

    private async Task<Result<Dossier>> AddAsync(Submitted submitted, ReadOnlyMemory<byte>? form, CancellationToken ct)
    {
        switch (await dossiers.LookAsync(submitted.Code, ct))
        {
            case ({ } filedBefore, _):
                return filedBefore.Dossier;
            case (_, { } erased):
                return DossierRefusals.Erased.With(submitted.Code, erased.ErasedOn);
        }

        try
        {
            var stored = await dossiers.AddAsync(submitted, form, ct);
            LogFiled(submitted.Code, submitted.Filing.Procedure.Code, submitted.Filing.Channel);
            return stored.Dossier;
        }
        catch (StaleRowException)
        {
            return (await dossiers.FindAsync(submitted.Code, ct))!.Dossier; // The same request was faster over another connection.
        }
    }

    private async Task<FilingReceipt> ReceiptAsync(Dossier dossier, CheckedFiling filing, CancellationToken ct)
    {
        var time = (await calendar.CurrentAsync(ct)).Of(dossier.Places.Receipt);
        var due = IntakeClock.DecisionDue(dossier.SubmittedAt, dossier.Channel is Channel.Online, time);
        return new FilingReceipt(
            dossier.Code,
            secrets.Of(dossier),
            dossier.SubmittedAt.Here(),
            due,
            dossier.Procedure.Code,
            filing.ProcedureName,
            dossier.Places.Receipt,
            dossier.Places.Competent,
            FeeView.Of(dossier.Fees),
            time.Calendar.IsProvisional(WorkingTime.DayOf(dossier.SubmittedAt), WorkingTime.DayOf(due)) ? true : null,
            filing.Answers.Notes);
    }

    [LoggerMessage(LogLevel.Information, "Filed {Code} for {Procedure} by {Channel}.")]
    private partial void LogFiled(DossierCode code, string procedure, Channel channel);
}
