using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Platform.Http;

/// <summary>The one place where refusals become HTTP: application/problem+json (RFC 9457) with a stable <c>code</c>.</summary>
public static class HttpAnswers
{
    /// <summary>The name of the fact that says after how many seconds to come back; it becomes the Retry-After header too.</summary>
    public const string RetryAfter = "retryAfterSeconds";

    public static IResult ToProblem(this Refusal refusal) => new Problem(refusal);

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.WrongMethod => StatusCodes.Status405MethodNotAllowed,
        RefusalKind.TooSlow => StatusCodes.Status408RequestTimeout,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Gone => StatusCodes.Status410Gone,
        RefusalKind.Changed => StatusCodes.Status412PreconditionFailed,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.Unsupported => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.BeyondEnd => StatusCodes.Status416RangeNotSatisfiable,
        RefusalKind.Unprocessable => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        RefusalKind.Fault => StatusCodes.Status500InternalServerError,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private sealed class Problem(Refusal refusal) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var body = new Dictionary<string, object?>
            {
                ["type"] = $"https://datatracker.ietf.org/doc/html/rfc9110#status.{StatusOf(refusal.Kind)}",
                ["title"] = refusal.Code,
                ["status"] = StatusOf(refusal.Kind),
                ["detail"] = refusal.In(httpContext.Request.Language()),
                ["code"] = refusal.Code,
                ["requestId"] = httpContext.TraceIdentifier,
            };
            if (refusal.Field is { } field)
            {
                body["field"] = field;
            }

            foreach (var (name, fact) in refusal.Facts ?? new Dictionary<string, object?>())
            {
                body[name] = fact;
            }

            if (refusal.Facts?.GetValueOrDefault(RetryAfter) is int seconds)
            {
                httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            }

            httpContext.Response.StatusCode = StatusOf(refusal.Kind);
            httpContext.Response.Headers.CacheControl = "no-store";
            return httpContext.Response.WriteAsJsonAsync(body, OfficeJson.Options, "application/problem+json", httpContext.RequestAborted);
        }
    }
}
