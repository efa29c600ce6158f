using System.Text.Json.Nodes;

namespace CognitoPools.Roles;

/// <summary>A permissions policy to start from.</summary>
public sealed class RolePolicyTemplate
{
    private readonly bool allows;
    private readonly string[] actions;

    private RolePolicyTemplate(string name, string description, bool allows, params string[] actions) =>
        (Name, Description, this.allows, this.actions) = (name, description, allows, actions);

    /// <summary>The console's current policy for new roles: it allows getting credentials and nothing else.</summary>
    public static RolePolicyTemplate Basic { get; } = new(
        "Basic",
        "Lets an app get credentials. This is the console's policy for new roles, to which you add permissions.",
        allows: true,
        "cognito-identity:GetCredentialsForIdentity");

    /// <summary>Denies everything, whatever other policies allow.</summary>
    public static RolePolicyTemplate DenyAll { get; } = new(
        "DenyAll",
        "Denies everything, whatever other policies of the role allow.",
        allows: false,
        "*");

    /// <summary>The console's former policy for guest roles. It allows more than an app needs.</summary>
    public static RolePolicyTemplate LegacyGuest { get; } = new(
        "LegacyGuest",
        "The console's former policy for guests: analytics and the retired Cognito Sync.",
        allows: true,
        "mobileanalytics:PutEvents",
        "cognito-sync:*");

    /// <summary>The console's former policy for authenticated roles. It includes management actions of identity
    /// pools.</summary>
    public static RolePolicyTemplate LegacyAuthenticated { get; } = new(
        "LegacyAuthenticated",
        "The console's former policy for authenticated users: analytics, the retired Cognito Sync, and every action on "
            + "identity pools.",
        allows: true,
        "mobileanalytics:PutEvents",
        "cognito-sync:*",
        "cognito-identity:*");

    /// <summary>Every template, the recommended one first.</summary>
    public static IReadOnlyList<RolePolicyTemplate> All { get; } = [Basic, DenyAll, LegacyGuest, LegacyAuthenticated];

    /// <summary>The name by which a user selects it.</summary>
    public string Name { get; }

    /// <summary>The description, in one or two sentences.</summary>
    public string Description { get; }

    /// <summary>The policy as JSON.</summary>
    /// <param name="indented">On several lines. White space does not count towards IAM's limit.</param>
    public string ToJson(bool indented = true) => new RolePolicyBuilder().Add(this).ToJson(indented);

    internal JsonObject ToStatement() => RolePolicyBuilder.Statement(allows ? "Allow" : "Deny", actions, ["*"]);
}
