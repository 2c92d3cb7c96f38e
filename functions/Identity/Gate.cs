using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Platform;

namespace PublicAdmin.Identity;

/// <summary>Decides who may call a function. Closed unless the function's <see cref="AllowedToAttribute"/> opens it.</summary>
public sealed class Gate
{
    private readonly ConcurrentDictionary<MethodInfo, bool> _open = new();

    /// <summary>Null to let the call in, with its <see cref="Caller"/> known from then on.</summary>
    public ValueTask<Refusal?> AdmitAsync(HttpContext context, MethodInfo function)
    {
        context.Features.Set(Caller.Nobody);
        var open = _open.GetOrAdd(function, method => method.GetCustomAttribute<AllowedToAttribute>()?.Roles.Contains(Role.Anyone) ?? false);
        return ValueTask.FromResult<Refusal?>(open ? null : (Refusal)IdentityRefusals.SignInFirst);
    }
}
