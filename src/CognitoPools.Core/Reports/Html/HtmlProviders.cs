using CognitoPools.Audit.Model;

namespace CognitoPools.Reports.Html;

/// <summary>The providers of a pool with their role settings and rules.</summary>
internal static class HtmlProviders
{
    /// <summary>The HTML.</summary>
    public static Markup Write(AuditedPool pool) => pool.Pool.Providers.Count == 0
        ? Markup.Of($"<p>No providers.</p>")
        : Markup.Of(
            $"""
            <table class="cards">
            <caption>Providers of {Markup.Name(pool.Pool.Name)}</caption>
            <thead><tr><th scope="col">Provider</th><th scope="col">Type</th><th scope="col">Client</th><th scope="col">Roles</th></tr></thead>
            <tbody>{Markup.Each(pool.Pool.Providers, Row)}</tbody>
            </table>
            """);

    private static Markup Row(PoolIdentityProvider provider) => Markup.Of(
        $"""
        <tr><th scope="row">{Markup.Name(provider.Name)}</th>
        <td data-label="Type">{provider.Type.ToString()}</td>
        <td data-label="Client">{Markup.Name(provider.ShownClientId ?? "none")}</td>
        <td data-label="Roles">{Setting(provider)}{Rules(provider)}</td>
        </tr>
        """);

    private static string Setting(PoolIdentityProvider provider)
    {
        var setting = provider.RoleSetting switch
        {
            RoleSetting.Rules => "From rules",
            RoleSetting.Token => "From the token",
            _ => "Default role",
        };
        return provider.RoleResolution switch
        {
            RoleResolution.Deny => $"{setting}, otherwise denied",
            null => setting,
            _ => $"{setting}, otherwise the default role",
        };
    }

    private static Markup Rules(PoolIdentityProvider provider) => provider.Rules.Count == 0
        ? Markup.Empty
        : Markup.Of($"<ol>{Markup.Each(provider.Rules, rule => Markup.Of($"<li>{Markup.Name(rule.ToString())}</li>"))}</ol>");
}
