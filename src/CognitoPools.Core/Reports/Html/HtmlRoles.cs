using CognitoPools.Audit.Model;
using CognitoPools.Reports.Model;

namespace CognitoPools.Reports.Html;

/// <summary>The roles of a pool, whether they trust its users, and who else can assume them.</summary>
internal static class HtmlRoles
{
    /// <summary>The HTML.</summary>
    public static Markup Write(AuditedPool pool) => pool.Roles.Count == 0
        ? Markup.Of($"<p>No roles.</p>")
        : Markup.Of(
            $"""
            <table class="cards">
            <caption>Roles of {Markup.Name(pool.Pool.Name)}</caption>
            <thead><tr><th scope="col">Role</th><th scope="col">Assigned to</th><th scope="col">Trust</th>
            <th scope="col">Who else can assume it</th></tr></thead>
            <tbody>{Markup.Each(pool.Roles, role => Row(pool, role))}</tbody>
            </table>
            """);

    private static Markup Row(AuditedPool pool, AuditedRole role) => Markup.Of(
        $"""
        <tr><th scope="row">{Markup.Name(role.Name)}</th>
        <td data-label="Assigned to">{List(RoleAccess.Uses(role))}</td>
        <td data-label="Trust">{RoleAccess.Trust(pool, role)}</td>
        <td data-label="Who else can assume it">{Others(pool, role)}</td>
        </tr>
        """);

    private static Markup Others(AuditedPool pool, AuditedRole role)
    {
        if (role.Trust is null)
            return Markup.Of($"unknown");
        var others = RoleAccess.Others(pool, role);
        return others.Count == 0 ? Markup.Of($"no one") : List(others);
    }

    private static Markup List(IReadOnlyList<string> items) => items.Count == 1
        ? Markup.Name(items[0])
        : Markup.Of($"<ul>{Markup.Each(items, item => Markup.Of($"<li>{Markup.Name(item)}</li>"))}</ul>");
}
