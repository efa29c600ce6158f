namespace CognitoPools.Architecture.Tests;

/// <summary>The projects of src and, for each, its folders from the lowest to the highest. A folder may use those that
/// stand before it.</summary>
internal static class Projects
{
    public static IReadOnlyList<Project> All { get; } =
    [
        new(Code.Sandbox, "CognitoPools.Sandbox", new(
            "Wire",
            "Validation",
            "Identities",
            "Pools",
            "Iam",
            "Tokens",
            "Settings",
            "State",
            "Operations",
            "Operations/Pools",
            "Operations/SignIn",
            "Operations/Iam",
            "Operations/Sts",
            "Protocols",
            "Services",
            "Server",
            ".")),
        new(Code.Core, "CognitoPools", new(
            "Common",
            "Account",
            "Model",
            "Roles",
            "Roles/Permissions",
            "Providers",
            "Pools",
            "Fleet",
            "Pools/Plans",
            "Pools/Plans/Reviewed",
            "Documents",
            "Documents/Comparison",
            "Documents/Templates",
            "Documents/Sources",
            "Documents/Plans",
            "SignIn",
            "Identities",
            "Audit/Model",
            "Audit/UserPools",
            "Audit/Suppressions",
            "Audit/Checks/Pools",
            "Audit/Checks/Trust",
            "Audit/Checks/Policies",
            "Audit/Checks/Account",
            "Audit",
            "Reports/Model",
            "Reports/Html",
            "Reports")),
        new(Code.Module, "CognitoPools", new(
            "Formatting",
            "Errors",
            "Binding",
            "Sessions",
            "Loading",
            "Completion",
            "Commands",
            "Commands/*")),
        // The official packages' client, Model and Internal namespaces use each other, and ours has their shape. What
        // can be asked is that neither service uses the other.
        new(Code.AwsSdk, "Amazon", new("Runtime", "CognitoIdentity", "IdentityManagement")) { OutermostFoldersOnly = true },
        new(Code.Loader, "CognitoPools.Loader", new(".")),
    ];
}
