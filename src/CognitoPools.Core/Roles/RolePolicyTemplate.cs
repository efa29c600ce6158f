using System.Text.Json.Nodes;

namespace CognitoPools.Roles;

/// <summary>A permissions policy to start from.</summary>
public sealed class RolePolicyTemplate
{
    private readonly bool allows;
    private readonly string[] actions;

    private RolePolicyTemplate(string name, string description, bool allows, params string[] actions) =>
        (Name, Description, this.allows, this.actions) = (name, description, allows, actions);

    /// <summary>What the console gives new roles today: credentials, and nothing that they could do yet.</summary>
    public static RolePolicyTemplate Basic { get; } = new(
        "Basic",
        "Lets an app get credentials. The console's policy for new roles: add what the app's users may do.",
        allows: true,
        "cognito-identity:GetCredentialsForIdentity");

    /// <summary>Nothing at all, whatever other policies allow.</summary>
    public static RolePolicyTemplate DenyAll { get; } = new(
        "DenyAll",
        "Denies everything, whatever other policies of the role allow.",
        allows: false,
        "*");

    /// <summary>What the console gave guest roles in former years; wider than an app needs.</summary>
    public static RolePolicyTemplate LegacyGuest { get; } = new(
        "LegacyGuest",
        "The console's former policy for guests: analytics and the retired Cognito Sync.",
        allows: true,
        "mobileanalytics:PutEvents",
        "cognito-sync:*");

    /// <summary>What the console gave authenticated roles in former years; it includes management actions of identity
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

    /// <summary>The name, by which a user picks it.</summary>
    public string Name { get; }

    /// <summary>What it is, in a sentence or two.</summary>
    public string Description { get; }

    /// <summary>The policy as JSON.</summary>
    /// <param name="indented">On several lines. White space does not count towards IAM's limit.</param>
    public string ToJson(bool indented = true) => new RolePolicyBuilder().Add(this).ToJson(indented);

    internal JsonObject ToStatement() => RolePolicyBuilder.Statement(allows ? "Allow" : "Deny", actions, ["*"]);
}
