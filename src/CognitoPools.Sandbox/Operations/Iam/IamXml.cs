using System.Globalization;
using System.Xml.Linq;
using CognitoPools.Sandbox.Iam;

namespace CognitoPools.Sandbox.Operations.Iam;

/// <summary>IAM's entities as XML.</summary>
internal static class IamXml
{
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Writes a policy document percent-encoded, as IAM does.</summary>
    public static string Document(string document) => Uri.EscapeDataString(document);

    /// <param name="role">The role.</param>
    /// <param name="isWhole">Whether tags and boundary are included, as in GetRole and CreateRole but not in lists.</param>
    /// <param name="name">The element's name.</param>
    public static XElement Role(IamRole role, bool isWhole, string name)
    {
        var element = new XElement(
            name,
            new XElement("Path", role.Path),
            new XElement("RoleName", role.Name),
            new XElement("RoleId", role.Id),
            new XElement("Arn", role.Arn),
            new XElement("CreateDate", Time(role.CreateDate)),
            new XElement("AssumeRolePolicyDocument", Document(role.TrustPolicy)),
            role.Description is null ? null : new XElement("Description", role.Description),
            new XElement("MaxSessionDuration", role.MaxSessionDuration));
        if (!isWhole)
            return element;
        if (role.PermissionsBoundary is { } boundary)
        {
            element.Add(new XElement(
                "PermissionsBoundary", new XElement("PermissionsBoundaryType", "PermissionsBoundaryPolicy"),
                new XElement("PermissionsBoundaryArn", boundary)));
        }
        if (!role.Tags.IsEmpty)
        {
            element.Add(new XElement(
                "Tags",
                role.Tags.Select(tag => new XElement("member", new XElement("Key", tag.Key), new XElement("Value", tag.Value)))));
        }
        return element;
    }
}
