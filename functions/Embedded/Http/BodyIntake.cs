using System.Diagnostics;
using System.IO.Pipelines;
using System.Threading.RateLimiting;
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

    // Strangers who send files share little memory. Kestrel's own floor of 240 bytes a second holds for everybody else.
    private const int AnonymousBytesPerSecond = 4 * 1024;

    /// <summary>Puts the whole body in place of the one on its way.</summary>
    /// <param name="context">The request.</param>
    /// <param name="asked">Who sends it.</param>
    /// <param name="most">The largest body the function takes, in bytes.</param>
    /// <returns>The memory it holds, to be given back when the request is answered; or why it was not taken.</returns>
    public async Task<Result<Taken>> TakeAsync(HttpContext context, LaneAsked asked, int most)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return new Taken(null);
        }

        var taken = new Taken(null);
        try
        {
            var refusal = await FillAsync(context, asked, most, taken);
            if (refusal is null)
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

    private async Task<Refusal?> FillAsync(HttpContext context, LaneAsked asked, int most, Taken taken)
    {
        var started = Stopwatch.GetTimestamp();
        var body = new MemoryStream();
        while (true)
        {
            var read = await ReadAsync(context.Request.BodyReader, context.RequestAborted);
            if (read.IsCanceled)
            {
                return HttpRefusals.BodyTooSlow;
            }

            foreach (var segment in read.Buffer)
            {
                body.Write(segment.Span);
            }

            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                Replace(context, body);
                return body.Length > most ? (Refusal)HttpRefusals.BodyTooLarge : null;
            }

            if (body.Length > most)
            {
                return HttpRefusals.BodyTooLarge;
            }

            if (body.Length > Small && await HoldAsync(context, asked, most, taken, body) is { } full)
            {
                return full;
            }

            if (asked.Lane is Lane.Anonymous && body.Length > Small && IsSlow(body.Length, Stopwatch.GetElapsedTime(started)))
            {
                return HttpRefusals.BodyTooSlow;
            }
        }
    }

    private async Task<Refusal?> HoldAsync(HttpContext context, LaneAsked asked, int most, Taken taken, MemoryStream body)
    {
        if (taken.Memory is not null)
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

        taken.Memory = lease;
        body.Capacity = Math.Max(body.Capacity, context.Request.ContentLength is null ? 0 : length);
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

    private static void Replace(HttpContext context, MemoryStream body)
    {
        body.Position = 0;
        context.Request.Body = body;
        if (body.Length > Small)
        {
            context.Features.Set(new ReceivedBody(body.GetBuffer().Length == body.Length ? body.GetBuffer() : body.ToArray()));
        }
    }

    /// <summary>The memory a body holds.</summary>
    internal sealed class Taken(RateLimitLease? memory) : IDisposable
    {
        /// <summary>Null for a small body.</summary>
        public RateLimitLease? Memory { get; set; } = memory;

        public void Dispose() => Memory?.Dispose();
    }
}
