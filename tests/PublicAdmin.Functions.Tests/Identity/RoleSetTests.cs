using System.Reflection;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Tests.Identity;

public class RoleSetTests
{
    private static readonly CustomAttributeData[] Doors =
        [.. FunctionCatalogue.All.SelectMany(function => function.Method.CustomAttributes.Where(one => one.AttributeType == typeof(AllowedToAttribute)))];

    [Fact]
    public void No_door_writes_out_by_hand_the_roles_of_a_set_that_has_a_name()
    {
        var byHand = Doors.Select(door => door.ConstructorArguments[0].Value).OfType<IReadOnlyCollection<CustomAttributeTypedArgument>>()
            .Select(roles => roles.Select(role => (Role)role.Value!).ToHashSet());

        Assert.All(byHand, roles => Assert.DoesNotContain(Enum.GetValues<RoleSet>(), set => roles.SetEquals(RoleSets.Of(set))));
    }

    [Theory, MemberData(nameof(Sets))]
    public void A_set_names_each_role_once_and_is_used_by_more_than_one_door(RoleSet set)
    {
        Assert.Distinct(RoleSets.Of(set));
        Assert.True(Doors.Count(door => set.Equals((RoleSet?)(door.ConstructorArguments[0].Value as int?))) > 1);
    }

    public static TheoryData<RoleSet> Sets() => new(Enum.GetValues<RoleSet>());
}
