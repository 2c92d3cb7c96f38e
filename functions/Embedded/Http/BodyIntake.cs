using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Embedded.Http;

/// <summary>
/// Takes a request's body in before any room to run is taken: who sends slowly keeps nobody waiting. What is small costs memory only as it arrives;
/// a larger body waits for its share of the memory, and must then come at a fair pace.
/// </summary>
internal sealed class BodyIntake(Lanes lanes)
{
    private const int Small = 64 * 1024;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    private const int AnonymousBytesPerSecond = 4 * 1024; // Strangers' files share little memory; for the others Kestrel's floor of 240 holds.

    /// <summary>Puts the whole body in place of the one on its way.</summary>
    /// <param name="context">The request.</param>
    /// <param name="asked">Who sends it.</param>
    /// <param name="most">The largest body the function takes, in bytes.</param>
    /// <returns>The memory it holds, to be given back when the request is answered; or why it was not taken.</returns>
    public async Task<Result<TakenBody>> TakeAsync(HttpContext context, LaneAsked asked, int most)
    {
        var taken = new TakenBody();
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return taken;
        }

        try
        {
            if (await FillAsync(context, asked, most, taken) is not { } refusal)
            {
                return taken;
            }

            taken.Dispose();
            context.Response.Headers.Connection = "close"; // The rest of the body is not waited for.
            return refusal;
        }
        catch (BadHttpRequestException broken)
        {
            taken.Dispose();
            return HttpRefusals.Of(broken);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    private async Task<Refusal?> FillAsync(HttpContext context, LaneAsked asked, int most, TakenBody taken)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var read = await ReadAsync(context.Request.BodyReader, context.RequestAborted);
            if (read.IsCanceled)
            {
                return HttpRefusals.BodyTooSlow;
            }

            var refusal = await AddAsync(context, asked, most, taken, read.Buffer);
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (refusal is not null)
            {
                return refusal;
            }

            if (read.IsCompleted)
            {
                Replace(context, taken);
                return null;
            }

            if (asked.Lane is Lane.Anonymous && taken.Length > Small && IsSlow(taken.Length, Stopwatch.GetElapsedTime(started)))
            {
                return HttpRefusals.BodyTooSlow;
            }
        }
    }

    private async Task<Refusal?> AddAsync(HttpContext context, LaneAsked asked, int most, TakenBody taken, ReadOnlySequence<byte> more)
    {
        var length = taken.Length + more.Length;
        var refusal = length > most ? HttpRefusals.BodyTooLarge : length > Small ? await HoldAsync(context, asked, most, taken) : null;
        if (refusal is null)
        {
            taken.Add(more);
        }

        return refusal;
    }

    private async Task<Refusal?> HoldAsync(HttpContext context, LaneAsked asked, int most, TakenBody taken)
    {
        if (taken.HasRoom)
        {
            return null;
        }

        var length = (int)(context.Request.ContentLength ?? most);
        var lease = await lanes.ReserveAsync(asked, length, context.RequestAborted);
        if (!lease.IsAcquired)
        {
            lease.Dispose();
            return HttpRefusals.TooBusy.With().Knowing(HttpAnswers.RetryAfter, 2);
        }

        taken.MakeRoom(lease, context.Request.ContentLength is null ? null : length);
        return null;
    }

    /// <returns>Cancelled when nothing came for too long.</returns>
    private static async ValueTask<ReadResult> ReadAsync(PipeReader line, CancellationToken ct)
    {
        var reading = line.ReadAsync(ct);
        if (reading.IsCompleted)
        {
            return await reading; // Most bodies are there with their headers.
        }

        var arrived = reading.AsTask();
        using var patience = new CancellationTokenSource();
        if (await Task.WhenAny(arrived, Task.Delay(Silence, patience.Token)) != arrived)
        {
            line.CancelPendingRead();
        }

        await patience.CancelAsync();
        return await arrived;
    }

    private static bool IsSlow(long bytes, TimeSpan elapsed) => elapsed > Grace && bytes < (elapsed - Grace).TotalSeconds * AnonymousBytesPerSecond;

    private static void Replace(HttpContext context, TakenBody taken)
    {
        context.Request.Body = taken.Read();
        if (taken.Length > Small)
        {
            context.Features.Set(new ReceivedBody(taken.Bytes));
        }
    }
}
