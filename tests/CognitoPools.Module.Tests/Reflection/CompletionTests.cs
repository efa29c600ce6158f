using System.Management.Automation;

namespace CognitoPools.Module.Tests.Reflection;

/// <summary>Where a value can be listed, the Tab key lists it.</summary>
[Collection(nameof(BuiltModule))]
public class CompletionTests
{
    private static readonly string[] Listed = ["Pool", "Provider", "Role", "Claim", "Tag", "Region", "Profile"];

    // Names that are new, ids of another service, documents, and text that only the user knows.
    private static readonly string[] NotListed =
    [
        "AuthenticatedRoleName", "Claims", "DeveloperProviderName", "GuestRoleName", "RoleName", "UserPoolId",
        "Set-PoolSandbox OpenIdConnectProvider", "Set-PoolSandbox SamlProvider",
    ];

    public static TheoryData<string, string> Parameters
    {
        get
        {
            var parameters = new TheoryData<string, string>();
            foreach (var cmdlet in BuiltModule.Cmdlets.Values)
            {
                foreach (var parameter in cmdlet.Parameters.Values.Where(parameter => IsListed(cmdlet.Name, parameter)))
                    parameters.Add(cmdlet.Name, parameter.Name);
            }
            return parameters;
        }
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_parameter_whose_values_can_be_listed_completes_them(string cmdlet, string parameter) =>
        Assert.Single(BuiltModule.Cmdlets[cmdlet].Parameters[parameter].Attributes.OfType<ArgumentCompleterAttribute>());

    [Fact]
    public void Every_exception_names_a_parameter_that_is_there()
    {
        var all = BuiltModule.Cmdlets.Values.SelectMany(cmdlet => cmdlet.Parameters.Keys.SelectMany(name => new[]
        {
            name,
            $"{cmdlet.Name} {name}",
        })).ToHashSet(StringComparer.Ordinal);
        Assert.All(NotListed, name => Assert.Contains(name, all));
    }

    // Switches, enumerations and hashtables have no values of the account; an object may be given as text.
    private static bool IsListed(string cmdlet, ParameterMetadata parameter) =>
        (parameter.ParameterType == typeof(string)
            || parameter.ParameterType == typeof(string[])
            || parameter.ParameterType == typeof(object))
        && Array.Exists(Listed, word => parameter.Name.Contains(word, StringComparison.Ordinal))
        && !NotListed.Contains(parameter.Name) && !NotListed.Contains($"{cmdlet} {parameter.Name}");
}
