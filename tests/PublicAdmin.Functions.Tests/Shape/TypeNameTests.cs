using System.Runtime.CompilerServices;
using PublicAdmin.Platform;

namespace PublicAdmin.Tests.Shape;

/// <summary>A name means one thing, whichever room a reader comes from.</summary>
public sealed class TypeNameTests
{
    [Fact]
    public void No_two_types_of_the_product_share_a_name()
    {
        var shared = typeof(Refusal).Assembly.GetTypes()
            .Where(type => !type.IsNested && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            .Where(type => type.Namespace?.StartsWith("PublicAdmin", StringComparison.Ordinal) is true)
            .GroupBy(type => type.Name)
            .Where(name => name.Count() > 1)
            .Select(name => string.Join(", ", name.Select(type => type.FullName)));

        Assert.Empty(shared);
    }
}
