namespace CognitoPools.Roles.Permissions;

/// <summary>A part of a statement: one of its actions with one of its resources.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Action">The action as it is in the statement; <c>*</c> for a NotAction.</param>
/// <param name="Resource">The resource as it is in the statement; <c>*</c> for a NotResource.</param>
internal sealed record GrantedPart(PermissionStatement Statement, string Action, string Resource);
