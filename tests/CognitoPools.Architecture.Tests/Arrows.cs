using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Fluent.Syntax.Elements.Types;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace CognitoPools.Architecture.Tests;

/// <summary>Rules about who may see whom.</summary>
internal static class Arrows
{
    /// <summary>The namespaces of the AWS services' clients, requests and answers.</summary>
    public const string Services = @"^Amazon\.(CognitoIdentity|IdentityManagement|SecurityToken|SSO|SSOOIDC)(\.|$)";

    public const string PowerShell = @"^(System\.Management\.Automation|Microsoft\.PowerShell)(\.|$)";

    /// <summary>A project sees nothing of other projects.</summary>
    public static IArchRule None(string project, params string[] unseen) => In(project)
        .Should()
            .NotDependOnAny(Types().That()
                .FollowCustomPredicate(type => unseen.Any(one => IsIn(type, one)), $"are in {string.Join(", ", unseen)}"));

    /// <summary>Types see nothing of some namespaces, ours or others'.</summary>
    public static IArchRule NoneToNamespaces(GivenTypesConjunction types, string pattern) =>
        types.Should().NotDependOnAny(InNamespaces(pattern));

    public static GivenTypesConjunction In(string project) =>
        Types().That().FollowCustomPredicate(type => IsIn(type, project), $"are in {project}");

    public static GivenTypesConjunction InNamespaces(string pattern) =>
        Types(includeReferenced: true).That().ResideInNamespaceMatching(pattern);

    /// <summary>Polyfills are left out: each project has its own under the same names, and the library takes one for
    /// the other.</summary>
    private static bool IsIn(IType type, string project) =>
        type.Assembly.Name == project && !$"{type.Namespace.FullName}.".StartsWith("System.", StringComparison.Ordinal);
}
