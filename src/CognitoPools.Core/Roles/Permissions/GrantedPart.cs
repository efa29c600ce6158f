namespace CognitoPools.Roles.Permissions;

/// <summary>A part of a statement: one of its actions with one of its resources.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Action">The action as the statement has it; <c>*</c> for a NotAction.</param>
/// <param name="Resource">The resource as the statement has it; <c>*</c> for a NotResource.</param>
internal sealed record GrantedPart(PermissionStatement Statement, string Action, string Resource);
