using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Api.Operating;

/// <summary>POST /api/dead-letters/{queue}/{sequence}/replay: puts a message back into its queue once its cause is gone.</summary>
public sealed class ReplayDeadLetter(IDeadLetters letters)
{
    [Function(nameof(ReplayDeadLetter)), AllowedTo(Role.Administrator), Answers(204), Refuses(typeof(DeadLetterRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dead-letters/{queue}/{sequence}/replay")] HttpRequest request,
        string queue,
        string sequence,
        CancellationToken ct)
    {
        if (DeadLetterRefusals.FirstBroken(request, queue) is { } refusal)
        {
            return refusal.ToProblem();
        }

        return long.TryParse(sequence, System.Globalization.CultureInfo.InvariantCulture, out var number) && await letters.ReplayAsync(queue, number, ct)
            ? TypedResults.NoContent()
            : DeadLetterRefusals.NotFound.With(queue, sequence).ToProblem();
    }
}
